package gauge

import (
	"context"
	"fmt"
	"strconv"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/proc"
)

// live is the part about servers of live classes.
const live = "live"

// live has seats vote in rooms of a server in a process of its own, which keeps what they
// send on the disk, and one that keeps it in memory alone: the load comes from this
// machine, too.
func (g Gauge) live(ctx context.Context, r *bench.Report) error {
	c := proc.Command{
		Args: []string{"go", "test", "-run=^$", "-timeout=1h", "-benchtime=1x", "-count=" + strconv.Itoa(g.watches()), "-bench=^BenchmarkClasses$", "./cmd/internal/live"},
		Dir:  g.Root,
	}
	got, err := g.Run(ctx, c)
	if err != nil {
		return err
	}
	all := parseBenchmarks(got.Stdout)
	const few, many, lecture = "seats=1000/rooms=34", "seats=10000/rooms=334", "seats=2000/rooms=1"
	for i := range all["Classes/"+many+"/disk"] {
		at := func(size, kind string) result {
			if list := all["Classes/"+size+"/"+kind]; i < len(list) {
				return list[i]
			}
			return nil
		}
		for _, size := range []string{few, many, lecture} {
			for _, kind := range []string{"disk", "memory"} {
				if at(size, kind) == nil {
					return fmt.Errorf("no benchmark Classes/%s/%s", size, kind)
				}
			}
		}
		r.Add(liveFigures(at(few, "disk"), at(many, "disk"), at(lecture, "disk")), "the same in memory",
			liveFigures(at(few, "memory"), at(many, "memory"), at(lecture, "memory")))
	}
	if len(all["Classes/"+many+"/disk"]) == 0 {
		return fmt.Errorf("no benchmark Classes/%s/disk", many)
	}
	return nil
}

// liveFigures are those of one server: with 1,000 and 10,000 seats in rooms of a class,
// and with 2,000 in one.
func liveFigures(few, many, lecture result) bench.Figures {
	const kibibyte, cost = 1024, "cpu-ms/seat"
	return bench.Figures{
		bench.LiveVote: many["p99-ms"], bench.LiveLecture: lecture["p99-ms"],
		bench.LiveMemory: many["KB/seat"] * kibibyte, bench.LiveCost: many[cost],
		bench.LiveLinear: 10 * many[cost] / few[cost],
	}
}
