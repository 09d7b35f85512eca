package main

import (
	"fmt"
	"runtime/debug"

	"readout/internal/export"
	"readout/internal/extract"
)

type versionCmd struct {
	JSON bool `name:"json" help:"Print one JSON object."`
	lexiconFlags
}

// versions are what decides about the output.
type versions struct {
	Program string `json:"program"`
	Rules   string `json:"rules"`
	Lexicon string `json:"lexicon"`
}

// Run prints the versions.
func (c *versionCmd) Run(env *environment) error {
	lex, err := c.load()
	if err != nil {
		return err
	}
	v := versions{Program: programVersion(), Rules: extract.Version, Lexicon: lex.Version}
	if c.JSON {
		return export.Line(env.stdout, v)
	}
	_, err = fmt.Fprintf(env.stdout, "readout %s, rules %s, lexicon %s\n", v.Program, v.Rules, v.Lexicon)
	return err
}

// programVersion is the version that the build was given, or "dev".
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}
