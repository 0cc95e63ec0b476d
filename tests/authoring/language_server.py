"""An editor that asks the YAML language server, without the editor."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.parts import require_file

FOLDER = Path(__file__).parent / "editor"
SERVER = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE_S = 30
CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["plaintext"], "snippetSupport": False}},
        "hover": {"contentFormat": ["markdown"]},
    }
}
SETTINGS = {"yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}


class Editor:
    """A conversation with the server about files in a folder; every text is a new one."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path) -> None:
        self.process, self.folder = process, folder
        self.asked = self.opened = 0
        self.faults: dict[str, list[str]] = {}
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=CAPABILITIES)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=SETTINGS)

    @property
    def uri(self) -> str:
        """The address of the text that was opened last."""
        return (self.folder / f"{self.opened}.yaml").as_uri()

    def open(self, text: str) -> None:
        """Show this text."""
        self.opened += 1
        document = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def completions(self, text: str) -> list[str]:
        """What is offered at the `|` in a text."""
        found = self._at_cursor("completion", text)
        return [one["label"] for one in found["items"]]

    def hover(self, text: str) -> str:
        """What is shown for what stands behind the `|` in a text."""
        found: str = self._at_cursor("hover", text)["contents"]["value"]
        return found

    def problems(self, text: str) -> list[str]:
        """What is wrong with a text."""
        self.open(text)
        while self.uri not in self.faults:
            self._handle(self._read())
        return self.faults[self.uri]

    def _at_cursor(self, what: str, text: str) -> Any:  # noqa: ANN401 - as the protocol has it
        before, _, after = text.partition("|")
        self.open(before + after)
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self.ask(f"textDocument/{what}", textDocument={"uri": self.uri}, position=position)

    def ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - as the protocol has it
        """The answer to a request."""
        self.asked += 1
        self._send(id=self.asked, method=method, params=params)
        while (message := self._read()).get("id") != self.asked or "method" in message:
            self._handle(message)
        assert "error" not in message, message
        return message["result"]

    def tell(self, method: str, **params: object) -> None:
        """Something that needs no answer."""
        self._send(method=method, params=params)

    def _handle(self, message: dict[str, Any]) -> None:
        """What the server asks or tells by itself."""
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self.faults[found["uri"]] = [one["message"] for one in found["diagnostics"]]
        elif "id" in message:
            items = message["params"].get("items", [])
            self._send(id=message["id"], result=[SETTINGS.get(one.get("section"), {}) for one in items])

    def _send(self, **message: object) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        found: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return found


@contextmanager
def editor(folder: Path) -> Iterator[Editor]:
    """An editor in which files of a folder are edited."""
    require_file(SERVER, f"npm ci --prefix {FOLDER.relative_to(Path(__file__).parents[2])}")
    command = ["node", str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Editor(process, folder)
        finally:
            process.kill()
