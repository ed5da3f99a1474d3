package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// parts is how many buckets an embedded store has. Each waits for the disk by itself,
// for one value at a time; file systems write what several wait for at once: on a disk
// that was busy with other programs eight waited in turn for 400 values a second, side
// by side for 8,000.
const parts = 8

// Embedded opens a store in a folder, by a NATS server within this program that
// listens nowhere. What is put is on the disk before it is acknowledged. The folder
// is made where there is none.
func Embedded(ctx context.Context, dir string) (*JetStream, error) {
	if err := writableFolder(dir); err != nil {
		return nil, err
	}
	held, err := lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, fmt.Errorf("the folder for votes, %s, cannot be had alone (%w): if another live server runs with it, stop that one, or name another folder with --store", dir, err)
	}
	s, err := embedded(ctx, dir, func() { held.Close() })
	if err != nil {
		held.Close()
		return nil, err
	}
	return s, nil
}

// lockName is the file in a store's folder that one program holds while it uses the store:
// of two servers in one folder each would write over what the other acknowledged.
const lockName = "in-use"

// embedded starts the server, and calls end after it has stopped.
func embedded(ctx context.Context, dir string, end func()) (*JetStream, error) {
	ns, err := server.NewServer(&server.Options{
		ServerName: "hardcases", DontListen: true, NoSigs: true, NoLog: true,
		JetStream: true, StoreDir: dir, SyncAlways: true,
		JetStreamMaxMemory: 1 << 20, JetStreamMaxStore: 2 * room,
	})
	if err != nil {
		return nil, fmt.Errorf("the store in %s cannot be opened: %w", dir, err)
	}
	ns.Start()
	stop := func() { ns.Shutdown(); ns.WaitForShutdown(); end() }
	if !ns.ReadyForConnections(10 * time.Second) {
		stop()
		return nil, fmt.Errorf("the store in %s does not start: its disk may be full", dir)
	}
	conn, err := nats.Connect("", nats.InProcessServer(ns), nats.Name("hardcases"), nats.MaxReconnects(-1))
	if err != nil {
		stop()
		return nil, fmt.Errorf("the store in %s cannot be reached: %w", dir, err)
	}
	shut := func() { conn.Close(); stop() }
	s, err := open(ctx, conn, 1, parts, shut)
	if err != nil {
		shut()
		return nil, fmt.Errorf("the store in %s: %w", dir, err)
	}
	s.clock = time.Now
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
