//go:build !unix

package desk

import "syscall"

// errQuota says that a disk is full, as the other systems put it: Windows
// answers with ERROR_DISK_FULL.
const errQuota = syscall.Errno(112)
