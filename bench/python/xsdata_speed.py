"""Measures a model of xsdata while it is kept running. Arguments: "read" or "write", the folder of the package "model".

One command a line, one answer a line: see bench/src/speed/worker.rs.
"""

import importlib
import pkgutil
import sys
import time
from pathlib import Path

from lxml import etree
from xsdata.formats.dataclass.context import XmlContext
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.parsers.handlers import LxmlEventHandler
from xsdata.formats.dataclass.serializers import XmlSerializer
from xsdata.formats.dataclass.serializers.writers import LxmlEventWriter


class Speed:
    """What is done with one document after the other."""

    def __init__(self, is_writing):
        self.is_writing = is_writing
        context = XmlContext()
        self.parser = XmlParser(context=context, handler=LxmlEventHandler)
        self.serializer = XmlSerializer(context=context, writer=LxmlEventWriter)
        self.context = context
        self.path = None
        self.document = b""
        self.root = None
        self.value = None

    def open(self, path):
        """Reads the document and finds the class of its root element."""
        self.path = path
        self.document = Path(path).read_bytes()
        _, element = next(etree.iterparse(path, events=("start",)))
        self.root = self.context.find_type(element.tag)
        if self.root is None:
            raise LookupError("no class for the root element")
        if self.is_writing:
            self.value = self.parser.from_bytes(self.document, self.root)
            self.document = b""
        return "ok"

    def work(self):
        """Reads or writes once; returns the bytes that count."""
        if self.is_writing:
            return len(self.serializer.render(self.value).encode())
        self.parser.from_bytes(self.document, self.root)
        return len(self.document)

    def run(self, count):
        """Works so often."""
        start = time.perf_counter_ns()
        for _ in range(int(count)):
            size = self.work()
        return f"{size} {time.perf_counter_ns() - start}"

    def answer(self, command, argument):
        """The answer to one command."""
        if command == "load":
            return "none"
        if command == "open":
            return self.open(argument)
        if command == "warm":
            # An interpreter has nothing to warm but caches, and once is enough for them.
            self.work()
            return "ok"
        if command == "run":
            return self.run(argument)
        if command == "peak":
            return str(peak())
        raise ValueError("unknown command")


def peak():
    """The peak of this process in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise LookupError("the system does not tell the peak")


def import_all(folder):
    """Imports every module of the package, so that its classes can be found."""
    sys.path.insert(0, folder)
    package = importlib.import_module("model")
    for module in pkgutil.walk_packages(package.__path__, "model."):
        importlib.import_module(module.name)


def main():
    """Answers until there are no more commands."""
    mode, folder = sys.argv[1:]
    import_all(folder)
    speed = Speed(mode == "write")
    for line in sys.stdin:
        command, _, argument = line.strip().partition(" ")
        try:
            answer = speed.answer(command, argument)
        except Exception as error:  # whatever it is, the other side must know
            answer = "error " + " ".join(str(error).split())
        print(answer, flush=True)


main()
