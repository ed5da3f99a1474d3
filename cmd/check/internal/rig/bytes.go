package rig

import (
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// slowLink is the slow mobile connection that page audits use: 1.6 Mbit/s and
// 150 ms. https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
var slowLink = network.Conditions{Latency: 150, DownloadThroughput: 1.6e6 / 8, UploadThroughput: -1}

// BytesBeforeText visits an address over a slow link and gives how many bytes, by the
// browser's own account (Resource Timing), there are in the page and in all of which
// anything had come when the first text was painted.
func (t *Tab) BytesBeforeText(address string) (float64, error) {
	_, err := chromedp.Call(t.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{&slowLink},
	})
	if err != nil {
		return 0, err
	}
	if err := t.Visit(address); err != nil {
		return 0, err
	}
	if _, err := t.Playing(); err != nil { // by then all of that has come to its end
		return 0, err
	}
	return eval[float64](t, `probe.untilText().then((text) => performance.getEntries()
		.filter((e) => e.transferSize && e.responseStart <= text).reduce((sum, e) => sum + e.transferSize, 0))`)
}
