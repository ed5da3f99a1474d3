package live

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// budget is how often something may be done: at once, and how soon once more.
type budget struct {
	most  float64
	every time.Duration
}

var (
	// wrongCodes is for short codes of no room, from one address. 60 at once are the
	// slips of two classes; of 64 million codes, the 1,068 that somebody patient
	// has in a week find one of 334 rooms in one of 180 weeks.
	wrongCodes = budget{60, 10 * time.Minute}
	// wrongInAll is for those from all addresses: however many somebody has, they find
	// one of 334 rooms in one of 75 weeks.
	wrongInAll = budget{500, 5 * time.Minute}
	// newRooms is for rooms opened from one address.
	newRooms = budget{30, time.Minute}
	// sending is for what one seat sends, and for how often that has the store asked
	// where the room is.
	sending = budget{20, 500 * time.Millisecond}
	// looking is for looks into the store for what this server has not heard of, from one
	// address: two lectures that come in at once, and a hundred a second.
	looking = budget{4000, 10 * time.Millisecond}
	// teaching is for what leads one room: a page is turned at each press.
	teaching = budget{40, 500 * time.Millisecond}
	// saving is for the lesson of one room, which is kept anew whenever figures come: some
	// six times a second while a lecture votes.
	saving = budget{200, 100 * time.Millisecond}
)

// limits counts what was done, by hashes of who did it. The key of the hashes is
// made anew every keyLife, and counts that were not asked for under the next key
// are forgotten with theirs, so that nobody can learn from them who was there.
type limits struct {
	mu     sync.Mutex
	now    func() time.Time
	random func() [32]byte
	// counts are those under the present key and under the one before.
	counts [2]counts
	until  time.Time
	wrong  spent // short codes of no room, from all addresses
}

type counts struct {
	key   [32]byte
	spent map[[8]byte]spent
}

type spent struct {
	used float64
	at   time.Time
}

const (
	// keyLife is how long a key is used. What was counted under it is forgotten with the
	// next one, so within a day.
	keyLife = 12*time.Hour - 2*oldest
	// oldest is how long a key may be used past that, where nobody asks.
	oldest = time.Minute
	// mostCounts is how many counts are held under one key.
	mostCounts = 100_000
)

func newLimits(now func() time.Time, random func() [32]byte) *limits {
	return &limits{now: now, random: random}
}

// take spends one of a budget, if there is one left.
func (l *limits) take(what, who string, b budget) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	s := l.of(what, who, now)
	if !s.left(now, b) {
		return false
	}
	s.used++
	l.counts[0].spent[l.counts[0].id(what, who)] = s
	return true
}

// codes says whether somebody may try one more short code, and with really counts that.
func (l *limits) codes(who string, really bool) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	s := l.of("code", who, now)
	if !s.left(now, wrongCodes) || !l.wrong.left(now, wrongInAll) {
		return false
	}
	if really {
		s.used++
		l.wrong.used++
		l.counts[0].spent[l.counts[0].id("code", who)] = s
	}
	return true
}

// giveBack undoes the count of a code that may have been right.
func (l *limits) giveBack(who string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	id := l.counts[0].id("code", who)
	if s, ok := l.counts[0].spent[id]; ok {
		s.used = max(0, s.used-1)
		l.counts[0].spent[id] = s
		l.wrong.used = max(0, l.wrong.used-1)
	}
}

// of is what somebody has spent.
func (l *limits) of(what, who string, now time.Time) spent {
	l.age(now)
	if s, ok := l.counts[0].spent[l.counts[0].id(what, who)]; ok {
		return s
	}
	return l.counts[1].spent[l.counts[1].id(what, who)]
}

// age makes the key anew where it is time.
func (l *limits) age(now time.Time) {
	if l.counts[0].spent == nil || !now.Before(l.until) || len(l.counts[0].spent) >= mostCounts {
		l.counts = [2]counts{{l.random(), map[[8]byte]spent{}}, l.counts[0]}
		l.until = now.Add(keyLife)
	}
}

// ages makes the key anew also while nobody asks, until the context ends.
func (l *limits) ages(ctx context.Context) {
	every(ctx, oldest, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.age(l.now())
	})
}

// left says whether one of a budget is left, after what has come back by now.
func (s *spent) left(now time.Time, b budget) bool {
	s.used = max(0, s.used-float64(max(0, now.Sub(s.at)))/float64(b.every)) // the clock may go back
	s.at = now
	return s.used+1 <= b.most
}

// id is the hash by which somebody is counted.
func (c *counts) id(what, who string) [8]byte {
	mac := hmac.New(sha256.New, c.key[:])
	mac.Write([]byte(what + " " + who))
	return [8]byte(mac.Sum(nil)[:8])
}

// address is who asks, as far as limits need it: the address, of IPv6 the network
// of one subscriber. behind says that a proxy of ours stands before this server,
// which adds the address that it saw to X-Forwarded-For.
func address(r *http.Request, behind bool) string {
	at, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		at = r.RemoteAddr
	}
	if behind {
		if list := r.Header.Values("X-Forwarded-For"); len(list) > 0 {
			last := list[len(list)-1]
			at = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
		}
	}
	at, _, _ = strings.Cut(at, "%") // the zone of a link-local address is whatever it is said to be
	if ip := net.ParseIP(at); ip != nil && ip.To4() == nil {
		return ip.Mask(net.CIDRMask(56, 128)).String()
	}
	return at
}
