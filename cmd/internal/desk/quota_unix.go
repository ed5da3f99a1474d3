//go:build unix

package desk

import "syscall"

// errQuota says that a user has no room left of a disk that has.
const errQuota = syscall.EDQUOT
