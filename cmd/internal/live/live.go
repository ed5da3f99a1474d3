package live

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// Options say how to serve live classes.
type Options struct {
	// Addr is where to listen, as host:port.
	Addr string
	// Store is the folder for what must not be lost. NATS is used instead where
	// it is set: the address of a cluster, with a file of credentials.
	Store, NATS, Creds string
	// Memory keeps all in memory alone, to measure the others by.
	Memory bool
	// Kept, where it is set, is used in place of these: a store that is open already, and
	// is closed in the end.
	Kept store.Store
	// Public is the address that pupils use, with its scheme, "" for the one that
	// the teacher uses.
	Public string
	// Behind says that a proxy stands before this server.
	Behind bool
	Site   http.Handler
	Packs  []*pack.Pack
	Words  *locale.Catalog
	Log    io.Writer
	// Check has the log name the page that tries the network.
	Check bool
	// Ready, if set, is called with where it listens, once it does.
	Ready func(net.Addr)
}

// garbage is how much of what is held may be garbage before it is collected, in percent: a
// server of 10,000 seats holds much that stays, and little that goes.
const garbage = 50

// Run serves until the context ends, which is not an error.
func Run(ctx context.Context, o Options) error {
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	}
	parts := Parts{
		Site: o.Site, Packs: o.Packs, Words: o.Words, Now: time.Now, Behind: o.Behind,
		Random: func(b []byte) { rand.Read(b) }, // never fails: it ends the program instead
	}
	if o.Public != "" {
		u, err := url.Parse(o.Public)
		if err == nil && u.Host != "" && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "") {
			return fmt.Errorf("--public %q: the pupils' pages lie in no folder of a site; give them a name of their own, such as https://class.example.org", o.Public)
		}
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return fmt.Errorf("--public %q is no address such as https://class.example.org", o.Public)
		}
		parts.Public = u
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", o.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %q (expected host:port, for example :8080): %w", o.Addr, err)
	}
	defer listener.Close()
	kept, err := openStore(ctx, o)
	if err != nil {
		return err
	}
	defer kept.Close()
	if o.Log != nil {
		kept = &telling{Store: kept, log: o.Log, now: time.Now}
		parts.Fault = func(err error) { fmt.Fprintf(o.Log, "something that was kept is left alone: %v\n", err) }
	}
	parts.Store, parts.Addresses = kept, Addresses(listener.Addr())
	if parts.Public != nil {
		parts.Addresses = []string{parts.Public.String()}
	}
	edge, err := New(ctx, parts)
	switch {
	case ctx.Err() != nil: // stopped before it was ready
		return nil
	case err != nil:
		return err
	}
	o.tell(parts.Addresses)
	if o.Ready != nil {
		o.Ready(listener.Addr())
	}
	ofOne := mostOfOne
	if o.Behind { // all come from the proxy
		ofOne = 0
	}
	return serve(ctx, limited(listener, mostConnections, ofOne), edge.Handler(), o.Log)
}

// tell logs where the game is.
func (o Options) tell(addresses []string) {
	if o.Log == nil {
		return
	}
	for _, at := range addresses {
		fmt.Fprintf(o.Log, "the game is at %s (stop with Ctrl+C)\n", at)
	}
	if o.Check {
		fmt.Fprintf(o.Log, "open this in your browser to see whether the class can vote: %s/live/check\n", strings.TrimSuffix(addresses[0], "/"))
	}
}

func openStore(ctx context.Context, o Options) (store.Store, error) {
	switch {
	case o.Kept != nil:
		return o.Kept, nil
	case o.Memory:
		return store.NewMemory(time.Now), nil
	case o.NATS != "":
		return store.Connect(ctx, o.NATS, o.Creds)
	}
	return store.Embedded(ctx, o.Store)
}

func serve(ctx context.Context, l net.Listener, h http.Handler, out io.Writer) error {
	streams, end := context.WithCancel(context.Background())
	defer end()
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute,  // a slow phone takes the whole game; streams lift it
		IdleTimeout:       15 * time.Second, // each that waits takes memory
		MaxHeaderBytes:    8 << 10,
		ErrorLog:          log.New(nameless{out}, "", 0),
		BaseContext:       func(net.Listener) context.Context { return streams },
	}
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(l) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	end() // streams would keep the server up
	patience, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		return server.Close()
	}
	return nil
}

// nameless logs that a request failed in this program, and not whose, and that no
// connection could be taken: all else that net/http logs is about who sent it, with an
// address.
type nameless struct{ log io.Writer }

// Write implements io.Writer.
func (n nameless) Write(line []byte) (int, error) {
	if bytes.HasPrefix(line, []byte("http: Accept error")) && n.log != nil {
		n.log.Write(line)
	}
	_, what, failed := bytes.Cut(line, []byte("panic serving "))
	if _, what, known := bytes.Cut(what, []byte(": ")); failed && known && n.log != nil {
		fmt.Fprintf(n.log, "a request failed: %s\n", bytes.TrimSpace(what))
	}
	return len(line), nil
}

// Addresses lists where a class can find what listens at an address, as a browser
// takes them: first those of networks, then this computer's own.
func Addresses(at net.Addr) []string {
	tcp, ok := at.(*net.TCPAddr)
	if !ok {
		return []string{"http://" + at.String() + "/"}
	}
	hosts := []net.IP{tcp.IP}
	if tcp.IP.IsUnspecified() {
		hosts = append(ownNetworks(), net.IPv4(127, 0, 0, 1))
	}
	var list []string
	for _, ip := range hosts {
		list = append(list, "http://"+(&net.TCPAddr{IP: ip, Port: tcp.Port}).String()+"/")
	}
	return list
}

// ownNetworks are this computer's addresses in networks, where they can be read.
func ownNetworks() (list []net.IP) {
	for _, n := range ownAddresses() {
		if n.IP.To4() != nil && !n.IP.IsLoopback() && !n.IP.IsLinkLocalUnicast() {
			list = append(list, n.IP)
		}
	}
	return list
}

// ownAddresses are all of this computer's, where they can be read.
func ownAddresses() (list []*net.IPNet) {
	all, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	for _, a := range all {
		if n, ok := a.(*net.IPNet); ok {
			list = append(list, n)
		}
	}
	return list
}
