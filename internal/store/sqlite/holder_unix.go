//go:build unix

package sqlite

import (
	"fmt"
	"os"
	"syscall"
)

// writeLockByte is the byte of the -shm file that a writer locks in WAL mode
// (SQLite's file format, section "WAL-index locks": WAL_WRITE_LOCK).
const writeLockByte = 120

// lockHolder names the process that holds the write lock, as far as the
// operating system says. It is asked only when the store has given up, since
// closing the file lets go of this process's own locks on it.
func lockHolder(path string) string {
	const unnamed = "another program"
	f, err := os.OpenFile(path+"-shm", os.O_RDWR, 0)
	if err != nil {
		return unnamed
	}
	defer f.Close()
	lock := syscall.Flock_t{Type: syscall.F_WRLCK, Start: writeLockByte, Len: 1}
	if err := syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock); err != nil || lock.Type == syscall.F_UNLCK || lock.Pid <= 0 {
		return unnamed
	}
	return fmt.Sprintf("another program (process %d)", lock.Pid)
}
