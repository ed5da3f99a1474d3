package live_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// BenchmarkClasses has seats in rooms vote once each, with a stream to every seat
// and to every teacher, while another process serves them: on the disk, and for
// comparison in memory. It gives the time from a vote to the teacher's figures that
// hold it (p50, p99), the server's processor time and its memory for each seat, before or
// after the votes, whichever is more, and how many votes were acknowledged a second.
func BenchmarkClasses(b *testing.B) {
	for _, size := range []struct{ seats, rooms int }{{1000, 34}, {2000, 1}, {10_000, 334}} {
		for _, kind := range []string{"memory", "disk"} {
			b.Run(fmt.Sprintf("seats=%d/rooms=%d/%s", size.seats, size.rooms, kind), func(b *testing.B) {
				for b.Loop() {
					crowd(b, kind, size.seats, size.rooms)
				}
			})
		}
	}
}

// within is how long a class takes to vote.
const within = 15 * time.Second

// pupilsRoom is one room of a load.
type pupilsRoom struct {
	code, token string
	seats       []string
	mu          sync.Mutex
	sent        []time.Time // when each vote went out
	counted     []time.Time // counted[n] is when the teacher first saw n votes
}

func crowd(b *testing.B, kind string, seats, rooms int) {
	c := startLoad(b, kind)
	defer c.kill()
	client := &http.Client{
		Transport:     &spread{Transport: &http.Transport{MaxIdleConnsPerHost: 1024, MaxConnsPerHost: 1024, DisableCompression: true}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	base := "http://" + c.at
	empty := memoryOf(b, c.cmd.Process.Pid)
	var list []*pupilsRoom
	for i := range rooms {
		r := openLoadRoom(b, client, base, (seats+rooms-1)/rooms)
		n := seats / rooms
		if i < seats%rooms {
			n++
		}
		r.counted = make([]time.Time, n+1)
		r.seats = make([]string, n)
		list = append(list, r)
	}
	each := func(do func(r *pupilsRoom, i int)) {
		var all sync.WaitGroup
		work := make(chan func())
		for range 64 {
			all.Go(func() {
				for f := range work {
					f()
				}
			})
		}
		for _, r := range list {
			for i := range r.seats {
				work <- func() { do(r, i) }
			}
		}
		close(work)
		all.Wait()
	}
	each(func(r *pupilsRoom, i int) {
		answer := send(b, client, "POST", base+"/"+r.code, "", nil)
		r.seats[i] = answer.Header.Get("Location")
	})
	var streams sync.WaitGroup
	for _, r := range list {
		streams.Go(func() {
			r.watch(ctx, client, base)
		})
		for _, seat := range r.seats {
			streams.Go(func() { hear(ctx, base+seat+"/events") })
		}
	}
	time.Sleep(2 * time.Second)
	full := memoryOf(b, c.cmd.Process.Pid)
	before := c.processorTime(b)
	begin := time.Now()
	var votes sync.WaitGroup
	k := 0
	for i := range len(list[0].seats) {
		for _, r := range list {
			if i >= len(r.seats) {
				continue
			}
			at := begin.Add(time.Duration(k) * within / time.Duration(seats))
			k++
			time.Sleep(time.Until(at))
			votes.Go(func() {
				r.mu.Lock()
				r.sent = append(r.sent, time.Now())
				r.mu.Unlock()
				form := url.Values{"case": {"y2017"}, "step": {"A5"}, "option": {string("abcd"[i%4])}, "reason": {"process"}}
				if got := send(b, client, "POST", base+r.seats[i], "", strings.NewReader(form.Encode())); got.StatusCode != http.StatusSeeOther {
					b.Errorf("a vote got %s", got.Status)
				}
			})
		}
	}
	votes.Wait()
	took := time.Since(begin)
	time.Sleep(time.Second)
	full = max(full, memoryOf(b, c.cmd.Process.Pid)) // with what they have sent
	cost := c.processorTime(b) - before
	cancel()
	streams.Wait()
	var waits []time.Duration
	for _, r := range list {
		for n, sent := range r.sent {
			if r.counted[n+1].IsZero() {
				b.Fatalf("vote %d of a room was never counted", n+1)
			}
			waits = append(waits, r.counted[n+1].Sub(sent))
		}
	}
	slices.Sort(waits)
	b.ReportMetric(float64(waits[len(waits)/2])/1e6, "p50-ms")
	b.ReportMetric(float64(waits[len(waits)*99/100])/1e6, "p99-ms")
	b.ReportMetric(float64(full-empty)/1024/float64(seats), "KB/seat")
	b.ReportMetric(cost.Seconds()*1000/float64(seats), "cpu-ms/seat")
	b.ReportMetric(float64(seats)/took.Seconds(), "votes/s")
	b.ReportMetric(0, "ns/op")
}

// spread sends each request as if from another address, behind a proxy.
type spread struct {
	*http.Transport
	n atomic.Uint32
}

func (s *spread) RoundTrip(r *http.Request) (*http.Response, error) {
	n := s.n.Add(1)
	r.Header.Set("X-Forwarded-For", netip.AddrFrom4([4]byte{10, byte(n >> 16), byte(n >> 8), byte(n)}).String())
	return s.Transport.RoundTrip(r)
}

func startLoad(b *testing.B, kind string) *process {
	dir := b.TempDir()
	if kind == "memory" {
		dir = inMemory
	}
	return startProcess(b, dir, "127.0.0.1:0")
}

func openLoadRoom(b *testing.B, client *http.Client, base string, most int) *pupilsRoom {
	var about struct{ Packs []string }
	body(b, send(b, client, "GET", base+"/live", "", nil), &about)
	var r struct{ Code, Token string }
	in := fmt.Sprintf(`{"pack":%q,"locale":"en","most":%d}`, about.Packs[0], most)
	body(b, send(b, client, "POST", base+"/live/rooms", "", strings.NewReader(in)), &r)
	turn := fmt.Sprintf(`{"case":"y2017","step":"A5","phase":"vote","n":1,"of":5,"most":%d}`, most)
	if got := send(b, client, "PUT", base+"/live/rooms/"+r.Code, r.Token, strings.NewReader(turn)); got.StatusCode != http.StatusOK {
		b.Fatalf("%s: %s", got.Status, got.data)
	}
	return &pupilsRoom{code: r.Code, token: r.Token}
}

// reply is an answer that has been read.
type reply struct {
	*http.Response
	data []byte
}

func send(b *testing.B, client *http.Client, method, at, token string, in io.Reader) reply {
	r, err := http.NewRequestWithContext(context.Background(), method, at, in)
	if err != nil {
		b.Error(err)
		return reply{Response: &http.Response{}}
	}
	if in != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := client.Do(r)
	if err != nil {
		b.Error(err)
		return reply{Response: &http.Response{}}
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		b.Error(err)
	}
	return reply{answer, data}
}

func body(b *testing.B, r reply, into any) {
	if err := json.Unmarshal(r.data, into); err != nil {
		b.Fatalf("%s: %s", r.Status, r.data)
	}
}

// watch asks for the figures of a room whenever they change.
func (r *pupilsRoom) watch(ctx context.Context, client *http.Client, base string) {
	tag := "none"
	for ctx.Err() == nil {
		ask, err := http.NewRequestWithContext(ctx, "GET", base+"/live/rooms/"+r.code+"?after="+tag, nil)
		if err != nil {
			return
		}
		ask.Header.Set("Authorization", "Bearer "+r.token)
		answer, err := client.Do(ask)
		if err != nil {
			continue
		}
		var f figures
		err = json.NewDecoder(answer.Body).Decode(&f)
		answer.Body.Close()
		if err != nil {
			continue
		}
		tag = f.Tag
		now := time.Now()
		for n := min(f.Sent, len(r.counted)-1); n > 0 && r.counted[n].IsZero(); n-- {
			r.counted[n] = now
		}
	}
}

// hear reads a stream on a connection of its own, with small buffers, until the
// context ends.
func hear(ctx context.Context, at string) {
	u, err := url.Parse(at)
	if err != nil {
		return
	}
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", u.Host)
	if err != nil {
		return
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", u.RequestURI(), u.Host)
	io.CopyBuffer(io.Discard, conn, make([]byte, 256))
}

// memoryOf is what a process holds in memory, in bytes.
func memoryOf(b *testing.B, pid int) int {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal("the memory of a process is read on Linux only")
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.Atoi(strings.Fields(rest)[0])
			if err == nil {
				return kb << 10
			}
		}
	}
	b.Fatal("no VmRSS")
	return 0
}

// processorTime is what the server has used of the processor so far.
func (p *process) processorTime(b *testing.B) time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	f := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}
