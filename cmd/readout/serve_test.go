package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// TestDemoServesUntilStopped starts the demo, opens its first page, and stops it
// as Ctrl-C does: it ends well and leaves nothing behind.
func TestDemoServesUntilStopped(t *testing.T) {
	temp := t.TempDir()
	cmd := command(t, "demo", "--addr", "127.0.0.1:0")
	cmd.Env = append(cmd.Env, "TMPDIR="+temp)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() }).Stop()
	line, err := bufio.NewReader(stderr).ReadString('\n')
	url := address.FindString(line)
	if err != nil || url == "" {
		t.Fatalf("it does not say where it serves: %q, %v", line, err)
	}
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || res.StatusCode != http.StatusOK || !strings.Contains(string(body), "The latest of the ledger") {
		t.Errorf("%s, %v:\n%s", res.Status, err, body)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("stopped: %v", err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
