//go:build !page

package main

import (
	"errors"

	policy "hardcases/game/host"
	"hardcases/game/view"
	"hardcases/scenes"
)

// Picture implements policy.Giver. Without the canvas there is nothing to paint
// with. What is painted can be read only while a frame is drawn, for which the
// event that asked for it must have ended.
func (g giver) Picture(root *view.Node, name string, done policy.Done) {
	if g.host.picture == nil || g.host.page.plain {
		done(policy.Given{}, policy.ErrNoPicture)
		return
	}
	go func() {
		wake()
		b, err := scenes.Picture(root)
		switch {
		case err == nil:
			download(name, "image/png", b)
		case errors.Is(err, scenes.ErrScrambled):
			err = policy.ErrUnreadable
		}
		done(policy.Given{Where: name}, err)
		g.host.sync()
	}()
}
