"""Makes the noise in a speech model something that is fed to it, so that its sound depends on what is fed alone.

A model of the VITS kind draws numbers by chance in nodes `RandomNormalLike`, each in the shape of some tensor. Such a
node is replaced by others that cut that shape out of an input, which must be at least as large. The file is edited as
what it is, a protobuf message, of which only a few fields matter here. Field numbers are those of onnx.proto.
"""

from __future__ import annotations

from collections.abc import Iterator

OPERATOR = b"RandomNormalLike"
CHANCE = (b"RandomNormal", b"RandomUniform", b"RandomUniformLike", b"Multinomial", b"Bernoulli")
"""Operators that would still leave something to chance."""

_GRAPH = 7  # of a model
_NODE, _GRAPH_INPUT = 1, 11  # of a graph
_NODE_INPUT, _NODE_OUTPUT, _NODE_OPERATOR = 1, 2, 4  # of a node
_VALUE_NAME, _VALUE_TYPE = 1, 2  # of an input
_TENSOR_TYPE, _ELEMENT_TYPE, _FLOAT = 1, 1, 1  # of a type
_VARINT, _FIXED64, _DELIMITED, _FIXED32 = 0, 1, 2, 5
_MORE, _SEVEN_BITS, _WIRE_BITS = 0x80, 7, 3


class UnknownModelError(ValueError):
    """The file is no model, or one that leaves more to chance than this module knows of; the message is a clause."""


def with_noise_fed(model: bytes) -> tuple[bytes, list[str]]:
    """`model` with its noise as inputs, tensors of floats, and their names. Raises UnknownModelError."""
    names: list[str] = []
    parts: list[bytes | memoryview] = []
    for number, whole, content in _fields(memoryview(model)):
        if number == _GRAPH:
            graph, names = _edited(content)
            parts.append(_field(_GRAPH, graph))
        else:
            parts.append(whole)
    return b"".join(parts), names


def _edited(graph: memoryview) -> tuple[bytes, list[str]]:
    parts: list[bytes | memoryview] = []
    names: list[str] = []
    for number, whole, content in _fields(graph):
        ends = _ends(content) if number == _NODE else None
        if ends is None:
            parts.append(whole)
        else:
            names.append(f"noise-{len(names)}")
            parts.extend(_cutting(names[-1], *ends))
    parts.extend(_field(_GRAPH_INPUT, _value(name)) for name in names)
    return b"".join(parts), names


def _cutting(name: str, like: str, result: str) -> Iterator[bytes]:
    """Nodes that make `result` of the input `name`: the first numbers of it in each direction, as `like` has them."""
    shape, start = f"{name}-shape", f"{name}-start"
    yield _node("Shape", [like], shape)
    yield _node("Sub", [shape, shape], start)  # nothing but zeros
    yield _node("Slice", [name, start, shape], result)


def _node(operator: str, inputs: list[str], output: str) -> bytes:
    fields = [*((_NODE_INPUT, name) for name in inputs), (_NODE_OUTPUT, output), (_NODE_OPERATOR, operator)]
    return _field(_NODE, b"".join(_field(number, text.encode()) for number, text in fields))


def _ends(node: memoryview) -> tuple[str, str] | None:
    """The input and the output of a node that has to go."""
    fields = [(number, bytes(content)) for number, _, content in _fields(node)]
    operator = next((content for number, content in fields if number == _NODE_OPERATOR), b"")
    if operator in CHANCE:
        raise UnknownModelError(f"it uses chance in a way that is not known here ({operator.decode()})")
    if operator != OPERATOR:
        return None
    names = {number: content.decode() for number, content in fields if number in {_NODE_INPUT, _NODE_OUTPUT}}
    return names[_NODE_INPUT], names[_NODE_OUTPUT]


def _value(name: str) -> bytes:
    """A tensor of floats of any shape."""
    tensor = _field(_TENSOR_TYPE, _varint(_ELEMENT_TYPE << _WIRE_BITS | _VARINT) + _varint(_FLOAT))
    return _field(_VALUE_NAME, name.encode()) + _field(_VALUE_TYPE, tensor)


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << _WIRE_BITS | _DELIMITED) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    encoded = bytearray()
    while value >= _MORE:
        encoded.append(value % _MORE | _MORE)
        value >>= _SEVEN_BITS
    return bytes([*encoded, value])


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Each field's number, the whole of it, and its content, which is empty unless it has a length of its own."""
    at = 0
    while at < len(message):
        start = at
        key, at = _read_varint(message, at)
        content = message[:0]
        kind = key & 7
        if kind == _VARINT:
            _, at = _read_varint(message, at)
        elif kind == _DELIMITED:
            size, at = _read_varint(message, at)
            content, at = message[at : at + size], at + size
        elif kind in {_FIXED64, _FIXED32}:
            at += 8 if kind == _FIXED64 else 4
        else:
            raise UnknownModelError("it is no ONNX model")
        if at > len(message):
            raise UnknownModelError("it is no ONNX model, or cut off")
        yield key >> _WIRE_BITS, message[start:at], content


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & ~_MORE) << shift
        at += 1
        if byte < _MORE:
            return value, at
        shift += _SEVEN_BITS
    raise UnknownModelError("it is no ONNX model, or cut off")
