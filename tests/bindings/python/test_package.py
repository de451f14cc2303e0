# SPDX-License-Identifier: Apache-2.0
"""The package as a whole: its names, its types, its wheel."""
import ast
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

import egiz
from egiz import _egiz

PACKAGE = pathlib.Path(egiz.__file__).parent


def plain_environment(**more):
    """The environment for programs that are not sanitized."""
    return {**{name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}, **more}


def test_every_public_name_is_there_and_says_what_it_is():
    for name in egiz.__all__:
        if name != "Progress":
            assert getattr(egiz, name).__doc__, name
    assert re.fullmatch(r"\d+\.\d+\.\d+", egiz.__version__)


def names_of_stub(body):
    return {
        node.name if hasattr(node, "name") else node.target.id
        for node in body
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) or isinstance(node, ast.AnnAssign)
    }


def test_the_stub_names_what_the_module_has():
    stub = ast.parse((PACKAGE / "_egiz.pyi").read_text(encoding="utf-8"))

    assert {name for name in dir(_egiz) if not name.startswith("__")} == names_of_stub(stub.body)
    for node in stub.body:
        if isinstance(node, ast.ClassDef):
            public = {name for name in vars(getattr(_egiz, node.name)) if not name.startswith("_")}
            assert public == names_of_stub(node.body) - {"__init__"}, node.name


def test_the_package_is_typed():
    assert (PACKAGE / "py.typed").exists()
    mypy = shutil.which("mypy", path="/usr/bin")
    if not mypy:
        pytest.skip("mypy is not installed")
    done = subprocess.run([mypy, "--strict", "--cache-dir", os.devnull, "-p", "egiz"], capture_output=True, text=True,
                          env=plain_environment(MYPYPATH=str(PACKAGE.parent)))
    assert done.returncode == 0, done.stdout + done.stderr


def test_errors_are_of_one_family():
    for error in (egiz.ParseError, egiz.BusyError, egiz.CancelledError):
        assert issubclass(error, egiz.Error)


def test_a_wheel_holds_the_package(tmp_path):
    root = pathlib.Path(os.environ["EGIZ_SOURCE"])
    project = tmp_path / "bindings" / "python"  # a copy: building leaves folders behind
    shutil.copytree(root / "bindings" / "python", project, ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__"))
    shutil.copy(root / "CMakeLists.txt", tmp_path)

    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--quiet",
         "--wheel-dir", tmp_path, project],
        capture_output=True, text=True, env=plain_environment(),
    )
    assert done.returncode == 0, done.stderr

    (wheel,) = tmp_path.glob("egiz-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert f"-{egiz.__version__}-cp" in wheel.name
    assert {f"egiz/{path.name}" for path in project.glob("egiz/*.py*")} <= names
    assert {"egiz/py.typed", f"egiz/{pathlib.Path(_egiz.__file__).name}"} <= names
