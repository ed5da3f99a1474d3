package store

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// Embedded opens a store in a folder, by a NATS server within this program that
// listens nowhere. What is put is on the disk before it is acknowledged. The folder
// is made where there is none.
func Embedded(ctx context.Context, dir string) (*JetStream, error) {
	if err := writableFolder(dir); err != nil {
		return nil, err
	}
	ns, err := server.NewServer(&server.Options{
		ServerName: "hardcases", DontListen: true, NoSigs: true, NoLog: true,
		JetStream: true, StoreDir: dir, SyncAlways: true,
		JetStreamMaxMemory: 1 << 20, JetStreamMaxStore: 2 * room,
	})
	if err != nil {
		return nil, fmt.Errorf("the store in %s cannot be opened: %w", dir, err)
	}
	ns.Start()
	stop := func() { ns.Shutdown(); ns.WaitForShutdown() }
	if !ns.ReadyForConnections(10 * time.Second) {
		stop()
		return nil, fmt.Errorf("the store in %s does not start: another program may be using it, or its disk be full", dir)
	}
	conn, err := nats.Connect("", nats.InProcessServer(ns), nats.Name("hardcases"), nats.MaxReconnects(-1))
	if err != nil {
		stop()
		return nil, fmt.Errorf("the store in %s cannot be reached: %w", dir, err)
	}
	s, err := open(ctx, conn, 1, func() { conn.Close(); stop() })
	if err != nil {
		return nil, fmt.Errorf("the store in %s: %w", dir, err)
	}
	return s, nil
}

// writableFolder makes a folder, and tries to write in it: the server only says of
// one that is read-only that it did not start.
func writableFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("the folder for votes cannot be made: %w", err)
	}
	f, err := os.CreateTemp(dir, "try-*")
	if err != nil {
		return fmt.Errorf("the folder for votes cannot be written in: %w", err)
	}
	name := f.Name()
	_, err = f.Write(make([]byte, 4096))
	if synced := f.Sync(); err == nil {
		err = synced
	}
	f.Close()
	os.Remove(name)
	if err != nil {
		return fmt.Errorf("the folder for votes cannot be written in: %w", err)
	}
	return nil
}
