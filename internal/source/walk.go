package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"readout"
)

// Stdin is the path that stands for the standard input.
const Stdin = "-"

// Walk reads files, folders and the standard input ("-") in the order given. A
// folder is read recursively by name; hidden files are skipped, and links are
// followed to files inside the folder only. What cannot be read gives an Item
// with the reason, and the rest goes on.
func Walk(paths []string, stdin io.Reader, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, path := range paths {
			if !walkPath(path, stdin, opt, yield) {
				return
			}
		}
	}
}

func walkPath(path string, stdin io.Reader, opt Options, yield func(Item) bool) bool {
	if path == Stdin {
		return forward(Read(Stdin, stdin, opt), yield)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return yield(failed(path, osError(err)))
	case info.IsDir():
		return walkFolder(path, path, opt, yield)
	}
	return readFile(path, opt, yield)
}

// walkFolder reads a folder inside root.
func walkFolder(root, folder string, opt Options, yield func(Item) bool) bool {
	entries, err := os.ReadDir(folder)
	if err != nil && !yield(failed(folder, osError(err))) {
		return false
	}
	for _, e := range entries { // ReadDir sorts by name
		path := filepath.Join(folder, e.Name())
		goOn := true
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			goOn = walkFolder(root, path, opt, yield)
		case e.Type()&fs.ModeSymlink != 0:
			goOn = readLink(root, path, opt, yield)
		case e.Type().IsRegular():
			goOn = readFile(path, opt, yield)
		default:
			goOn = yield(failed(path, fmt.Errorf("%w: not a plain file", readout.ErrUnsupported)))
		}
		if !goOn {
			return false
		}
	}
	return true
}

// readLink reads a link to a file inside root. A link to a folder inside it is
// passed over, since the folder is read in its own place.
func readLink(root, path string, opt Options, yield func(Item) bool) bool {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return yield(failed(path, osError(err)))
	}
	base, err := filepath.EvalSymlinks(root)
	if err != nil {
		return yield(failed(path, osError(err)))
	}
	rel, err := filepath.Rel(base, target)
	if err != nil || !filepath.IsLocal(rel) {
		return yield(failed(path, fmt.Errorf("%w: a link that leads out of %s", readout.ErrUnsupported, root)))
	}
	if info, err := os.Stat(target); err != nil || !info.Mode().IsRegular() {
		return true
	}
	return readFile(path, opt, yield)
}

func readFile(path string, opt Options, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(failed(path, osError(err)))
	}
	defer f.Close()
	return forward(Read(path, f, opt), yield)
}

// forward hands items on; false means that no more are wanted.
func forward(items iter.Seq[Item], yield func(Item) bool) bool {
	for item := range items {
		if !yield(item) {
			return false
		}
	}
	return true
}

// osError drops the path that the operating system's error repeats, and makes
// a missing file ErrNotFound.
func osError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", readout.ErrNotFound, err)
	}
	return err
}
