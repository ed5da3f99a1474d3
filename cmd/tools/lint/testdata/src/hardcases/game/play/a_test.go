package play

import "time"

var _ = time.Now
