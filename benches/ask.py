#!/usr/bin/env python3
"""What answers cost with many claims, and whether two programs give the same bytes.

    benches/ask.py NAME=PROGRAM [NAME=PROGRAM …] --facts FOLDER [--only KIND …]

Asks `PROGRAM ask --facts FOLDER --format json` some hundred commands about claims of the folder, the same each time, and
prints the median and the 99th percentile of the processor time of each kind, in microseconds, the better of two answers.
Exits with 1 if the answers of two programs differ.
"""
import argparse
import glob
import random
import subprocess
import sys
import tomllib

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("programs", nargs="+", metavar="NAME=PROGRAM")
parser.add_argument("--facts", required=True)
parser.add_argument("--only", action="append", metavar="KIND")
arguments = parser.parse_args()

# What takes longer than this is asked once.
LONG = 30_000


def claims():
    """Sixty claims of the folder."""
    dice = random.Random(1)
    files = [path for path in sorted(glob.glob(arguments.facts + "/*.toml")) if "\n[[claim]]" in open(path).read()]
    found = []
    for path in dice.sample(files, min(3, len(files))):
        found += tomllib.load(open(path, "rb"))["claim"]
    return dice.sample(found, min(60, len(found)))


def commands():
    """The commands by their kinds."""
    kinds = {}

    def add(kind, *all):
        kinds.setdefault(kind, []).extend(all)

    for claim in claims():
        id, by, topic = claim["id"], claim["by"][0], claim["topics"][0]
        for lang, text in list(claim["text"].items())[:2]:
            words = [word.strip(".,") for word in text.split() if len(word) > 4][:3]
            add("claim", f"/claim claim:{id} lang:{lang}", f"/claim claim:{id} view:full lang:{lang}")
            add("claim by words", f"/claim claim:{' '.join(words)}")
            add("sides", f"/sides claim:{id} lang:{lang}")
            add("who", f"/who name:{by} lang:{lang}")
            add("search", *(f"/search query:{' '.join(words[:many])} lang:{lang}" for many in (1, 2, 3)))
            add("question", f"/ask question:who denied that {' '.join(words)}? lang:{lang}", f"/ask question:{text} lang:{lang}")
            add("long search", f"/search query:{text} lang:{lang}")
            add("message", f"/related query:{text} lang:{lang}")
            wrong = [word[:2] + word[3:4] + word[2:3] + word[4:] for word in words]
            add("search with a typo", *(f"/search query:{' '.join(wrong[:many])}" for many in (1, 2)))
        add("sources of a claim", f"/sources claim:{id}")
        add("question", f"/ask question:what did {by} say about {topic}?", f"/ask question:what is known about {topic}?")
        add("timeline of a speaker", f"/timeline name:{by}", f"/quotes name:{by} topic:{topic}")
        add("who, full", f"/who name:{by} view:full")
        add("topic", f"/topic topic:{topic}", f"/topic topic:{topic} view:full")
        add("as-of", f"/topic topic:{topic} as_of:2021-05-05", f"/claim claim:{id} as_of:2021-05-05")
    add("figures", "/figures")
    add("changes", "/changes")
    add("timeline", "/timeline by:event", "/timeline page:2")
    add("sources", "/sources")
    return {kind: all for kind, all in kinds.items() if not arguments.only or kind in arguments.only}


class Program:
    """A program that answers one command after another."""

    def __init__(self, path):
        command = [path, "ask", "--facts", arguments.facts, "--format", "json"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        # Reads the facts and makes the index.
        self.ask("/search query:index")

    def spent(self):
        threads = glob.glob(f"/proc/{self.process.pid}/task/*/schedstat")
        return sum(int(open(thread).read().split()[0]) for thread in threads) / 1_000

    def ask(self, command):
        """The answer, and what it cost in microseconds."""
        before = self.spent()
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        lines = []
        while not lines or lines[-1] != "}\n":
            line = self.process.stdout.readline()
            if not line:
                sys.exit(f"no answer to {command}")
            lines.append(line)
        return "".join(lines), self.spent() - before


def main():
    programs = {name: Program(path) for name, path in (one.split("=", 1) for one in arguments.programs)}
    differ = 0
    for kind, all in commands().items():
        spent = {name: [] for name in programs}
        for command in all:
            answers = set()
            for name, program in programs.items():
                answer, cost = program.ask(command)
                if cost < LONG:
                    cost = min(cost, program.ask(command)[1])
                answers.add(answer)
                spent[name].append(cost)
            if len(answers) > 1:
                differ += 1
                print("differs:", command)
        figures = []
        for name, costs in spent.items():
            costs.sort()
            median, most = costs[len(costs) // 2], costs[-1 - len(costs) // 100]
            figures.append(f"{name} {median:10.0f} {most:10.0f}")
        print(f"{kind:22} {len(all):4}  " + "   ".join(figures), flush=True)
    for program in programs.values():
        program.process.kill()
    sys.exit(differ > 0)


main()
