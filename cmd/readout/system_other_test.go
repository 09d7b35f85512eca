//go:build !linux

package main

import (
	"os"
	"os/exec"
	"testing"
)

// unprivileged is the program run by a user who is not root.
func unprivileged(t *testing.T, _ string, args ...string) *exec.Cmd {
	t.Helper()
	if os.Getuid() == 0 {
		t.Skip("root may do everything")
	}
	return command(t, args...)
}

// mountSmall is a small file system.
func mountSmall(t *testing.T) string {
	t.Helper()
	t.Skip("no small file system can be mounted here")
	return ""
}
