package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"hardcases/assets"
	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/serve"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

type liveCommand struct {
	Addr   string `default:":8080" help:"Where to listen, as host:port; without a host, on all networks of this computer."`
	Store  string `placeholder:"DIR" help:"Folder for what must not be lost. Default: one of this user's own."`
	NATS   string `name:"nats" placeholder:"URL" help:"Keep it in this NATS cluster instead, with any number of servers before it."`
	Creds  string `placeholder:"FILE" help:"Credentials for the cluster."`
	Public string `placeholder:"URL" help:"The address that pupils use, where it is not the one that the teacher uses."`
	Proxy  bool   `help:"A proxy stands before this server, and adds the address that it saw to X-Forwarded-For."`
	Check  bool   `help:"Say where a page is that tells whether the class can vote from its devices on this network."`
	Site   string `placeholder:"DIR" help:"Serve this built site instead of the one in this program, or of building one."`
	engine
}

// Help gives examples.
func (liveCommand) Help() string {
	return "Pupils vote on their own devices, without accounts or names. docs/live.md says how to set it up.\n\n" +
		"Examples:\n  hardcases live\n  hardcases live --addr :80 --public http://192.168.1.20\n  hardcases live --nats nats://127.0.0.1:4222 --proxy --public https://class.example.org"
}

// Run serves until it is interrupted.
func (c *liveCommand) Run(sys system) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if c.Creds != "" && c.NATS == "" {
		return errors.New("--creds are for --nats")
	}
	folder, err := c.folder()
	if err != nil {
		return err
	}
	site, err := served(c.Site, c.choice(), sys.err)(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	packs, err := shippedPacks()
	if err != nil {
		return err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return err
	}
	return live.Run(ctx, live.Options{
		Addr: c.Addr, Store: folder, NATS: c.NATS, Creds: c.Creds, Public: c.Public, Behind: c.Proxy,
		Site: serve.Handler(site), Packs: packs, Words: words, Log: sys.err, Check: c.Check,
	})
}

// folder is where the store is.
func (c *liveCommand) folder() (string, error) {
	if c.Store != "" || c.NATS != "" {
		return c.Store, nil
	}
	own, err := os.UserConfigDir()
	if err != nil {
		return "", errors.New("this user has no folder of its own here: name one with --store")
	}
	return filepath.Join(own, "hardcases", "live"), nil
}

// shippedPacks are those that the game comes with.
func shippedPacks() ([]*pack.Pack, error) {
	var list []*pack.Pack
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Pack(id)...)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, nil
}
