package rig

import (
	"fmt"
	"sync"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Link is an emulated connection.
type Link struct {
	Latency float64 // milliseconds from a request to its answer
	Rate    float64 // bytes in a second
}

// SlowLink is the slow mobile connection that page audits use: 1.6 Mbit/s and
// 150 ms. https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
func SlowLink() Link { return Link{Latency: 150, Rate: 1.6e6 / 8} }

// BytesBeforeText visits an address over a link and gives how many bytes had
// come when the first text was painted.
func (t *Tab) BytesBeforeText(address string, l Link) (int64, error) {
	var mu sync.Mutex
	var began *network.EventRequestWillBeSent
	var chunks []*network.EventDataReceived
	var heads []*network.EventResponseReceived
	var ends []*network.EventLoadingFinished
	err := chromedp.Listen(t.ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if began == nil {
				began = e
			}
		case *network.EventResponseReceived:
			heads = append(heads, e)
		case *network.EventDataReceived:
			chunks = append(chunks, e)
		case *network.EventLoadingFinished:
			ends = append(ends, e)
		}
	})
	if err != nil {
		return 0, err
	}
	if _, err := chromedp.Call(t.ctx, network.Enable, network.EnableParams{}); err != nil {
		return 0, err
	}
	if _, err := chromedp.Call(t.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: l.Latency, DownloadThroughput: l.Rate, UploadThroughput: -1}},
	}); err != nil {
		return 0, err
	}
	if err := t.Visit(address); err != nil {
		return 0, err
	}
	if _, err := t.Playing(); err != nil { // all events of before have come by then
		return 0, err
	}
	text, err := eval[float64](t, "probe.untilText().then((text) => (performance.timeOrigin + text) / 1000)")
	if err != nil {
		return 0, err
	}
	mu.Lock()
	defer mu.Unlock()
	if began == nil || len(ends) == 0 {
		return 0, fmt.Errorf("the browser tells nothing of what it fetched from %s", address)
	}
	// The clock of events, and that of the page, at the first request.
	painted := float64(began.Timestamp) + text - float64(began.WallTime)
	sizes := map[network.RequestID]float64{}
	for _, e := range heads {
		if float64(e.Timestamp) <= painted {
			sizes[e.RequestID] += e.Response.EncodedDataLength
		}
	}
	for _, e := range chunks {
		if float64(e.Timestamp) <= painted {
			sizes[e.RequestID] += float64(e.EncodedDataLength)
		}
	}
	for _, e := range ends {
		if float64(e.Timestamp) <= painted {
			sizes[e.RequestID] = e.EncodedDataLength // all of it; chunks of a page say 0
		}
	}
	total := 0.0
	for _, size := range sizes {
		total += size
	}
	return int64(total), nil
}
