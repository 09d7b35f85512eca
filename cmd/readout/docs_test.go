package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

var update = flag.Bool("update", false, "write docs/cli.md anew")

const cliPage = "../../docs/cli.md"

// docs/cli.md is made from the same model as the help texts.
func TestCommandLineIsDocumented(t *testing.T) {
	want := cliMarkdown(t)
	if *update {
		if err := os.WriteFile(cliPage, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(cliPage)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/cli.md is not what the command line is; run go test ./cmd/readout -run Documented -update")
	}
}

func cliMarkdown(t *testing.T) []byte {
	t.Helper()
	parser, err := newParser(&commands{}, &environment{Context: context.Background(), stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# The command line\n\n%s\n\n", parser.Model.Help)
	b.WriteString("Flags stand before or after the arguments. Standard output carries data only; progress, counts and warnings go to standard error. With `--json` an error is an object on\n" +
		"standard error: `{\"error\":{\"code\",\"message\",\"source\"}}`, its code one of `not_found`, `unsupported`, `conflict`, `uncited`, `invalid`, `usage`, `failed`.\n" +
		"Colour is used at a terminal only, never without words that say the same, and not at all where `NO_COLOR` is set. `COLUMNS` sets the width.\n\n" +
		"This page is made from the program (`go test ./cmd/readout -run Documented -update`).\n")
	for _, verb := range parser.Model.Leaves(true) {
		writeVerb(&b, verb)
	}
	return b.Bytes()
}

func writeVerb(b *bytes.Buffer, verb *kong.Node) {
	fmt.Fprintf(b, "\n## %s\n\n%s\n\n", verb.FullPath(), verb.Help)
	fmt.Fprintf(b, "    %s%s\n\n", verb.FullPath(), strings.TrimPrefix(verb.Summary(), verb.Path()))
	if len(verb.Positional)+len(verb.Flags) == 0 {
		return
	}
	b.WriteString("| | |\n|---|---|\n")
	for _, arg := range verb.Positional {
		fmt.Fprintf(b, "| `%s` | %s |\n", arg.Summary(), cellText(arg.Help))
	}
	for _, f := range verb.Flags {
		fmt.Fprintf(b, "| `%s` | %s |\n", f.String(), cellText(f.Help))
	}
}

func cellText(help string) string { return strings.ReplaceAll(help, "|", `\|`) }
