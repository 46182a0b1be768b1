"""Builds what is measured; a text in the place of a program says why there is none."""
import os
import pathlib
import shutil
import sys
import types

from .shell import HERE, KEPT, Failed, run, stage

#: One of so many pictures of the corpus.
EVERY = 3
PROGRAMS = HERE.parent.parent / ".build/release"


def prepare(folder, is_quick, rounds):
    stage("building: ours, and what others use")
    run([HERE / "speed/build"])
    KEPT.mkdir(exist_ok=True)
    run(["cc", "-O2", "-o", KEPT / "spent", HERE / "peers/c/spent.c"])
    run(["cc", "-O2", "-o", folder / "issue", HERE / "peers/c/issue.c",
         "-lqrencode", "-lpng", "-lz"])
    speed = HERE / "speed/.build/release/speed"
    token = folder / "token.txt"
    token.write_text(run([speed, "token"]))
    tools = types.SimpleNamespace(
        folder=folder, token=token, is_quick=is_quick, rounds=rounds, programs=PROGRAMS,
        speed=speed, sample_lists=["--lists", folder], empty=speed.parent / "empty",
        issue=folder / "issue",
        go=had(go_peer, token), rust=had(rust_peer, token), jwt_kit=had(jwt_kit_peer),
        python=had(python_peer), adding=had(adding),
        lists=folder / "lists")
    tools.justificatif = command(tools.lists)
    tools.corpus = "not in a quick run" if is_quick else had(corpus, tools.python)
    return tools


def had(peer, *words):
    """What the peer is, or why there is none."""
    try:
        return peer(*words)
    except Failed as failure:
        return f"it could not be fetched or built: {failure}"


def go_peer(token):
    if not shutil.which("go"):
        return "Debian's golang-go is not installed"
    if not pathlib.Path("/usr/share/gocode/src/github.com/fxamacker/cbor").exists():
        return "Debian's golang-github-fxamacker-cbor-dev is not installed"
    run(["go", "build", "-o", KEPT / "go", "main.go"], HERE / "peers/go",
        GO111MODULE="off", GOPATH="/usr/share/gocode", GOCACHE=str(KEPT / "go-cache"))
    return [KEPT / "go", token]


def rust_peer(token):
    crates = pathlib.Path("/usr/share/cargo/registry")
    if not shutil.which("cargo"):
        return "no cargo"
    if not list(crates.glob("ring-0.16*")) or not list(crates.glob("serde_cbor-*")):
        return "Debian's librust-ring-dev and librust-serde-cbor-dev are not installed"
    source = ["--config", 'source.crates-io.replace-with="debian"',
              "--config", f'source.debian.directory="{crates}"']
    run(["cargo", "build", "-q", "--release", "--offline", *source], HERE / "peers/rust",
        CARGO_TARGET_DIR=str(KEPT / "rust"))
    return [KEPT / "rust/release/peer", token]


def jwt_kit_peer():
    run(["swift", "build", "-c", "release", "--scratch-path", KEPT / "swift",
         "--static-swift-stdlib"], HERE / "peers/swift")
    return [KEPT / "swift/release/peer"]


def python_peer():
    wanted = (HERE / "peers/python/requirements.txt").read_text()
    python, installed = KEPT / "python/bin/python", KEPT / "python/requirements.txt"
    if not installed.exists() or installed.read_text() != wanted:
        run([sys.executable, "-m", "venv", KEPT / "python"])
        run([python, "-m", "pip", "-q", "install", *named(wanted)])
        installed.write_text(wanted)
    return python


def adding():
    """What adds to a register, and nothing else."""
    run(["swift", "build", "-c", "release", "--static-swift-stdlib", "-Xswiftc", "-use-ld=lld"],
        HERE / "register")
    return HERE / "register/.build/release/adding"


def corpus(python):
    """The pictures, and the programs that read them; drawing takes some minutes the first time."""
    if isinstance(python, str):
        return python
    reading, folder = HERE / "reading", KEPT / f"corpus-{EVERY}"
    run(["swift", "build", "-c", "release"], reading)
    if not (folder / "corpus.tsv").exists():
        stage("drawing pictures")
        folder.mkdir(parents=True, exist_ok=True)
        run([python, reading / "corpus/make.py", folder, "--every", EVERY],
            PATH=f"{python.parent}:{os.environ['PATH']}")
    return folder


def named(requirements):
    return [line for line in requirements.splitlines() if line and not line.startswith("#")]


def command(lists):
    """The product's command with the practice lists, if `make build` made it."""
    program = PROGRAMS / "justificatif"
    if not program.exists():
        return "`make build` was not run"
    practice = HERE.parent.parent / "Vectors/practice"
    run([program, "lists", "init", "--roots", practice / "roots.pub", "--lists", lists])
    run([program, "lists", "install", practice / "trust.cose", "--lists", lists])
    return program
