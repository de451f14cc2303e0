# SPDX-License-Identifier: Apache-2.0
"""Build the Python package: pip wheel --no-build-isolation bindings/python

The module is compiled by the project's CMake.  EGIZ_MODULE names one that is built already.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


class BuildModule(build_ext):
    def build_extension(self, extension):
        module = os.environ.get("EGIZ_MODULE") or self.build_module(pathlib.Path(self.build_temp).resolve() / "egiz")
        target = pathlib.Path(self.get_ext_fullpath(extension.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(module, target)

    def build_module(self, folder):
        options = {
            "CMAKE_BUILD_TYPE": "Release",
            "EGIZ_BUILD_CLI": "OFF",
            "EGIZ_BUILD_TESTS": "OFF",
            "EGIZ_BUILD_PYTHON": "ON",
            "Python3_EXECUTABLE": sys.executable,
        }
        subprocess.run(["cmake", "-S", ROOT, "-B", folder, *(f"-D{name}={value}" for name, value in options.items())], check=True)
        subprocess.run(["cmake", "--build", folder, "--target", "egiz_python", "--parallel", str(os.cpu_count())], check=True)
        (module,) = (folder / "python" / "egiz").glob("_egiz*.so")
        return module


def project_version():
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(Egiz VERSION ([\d.]+)", text, flags=re.M).group(1)


setup(
    name="egiz",
    version=project_version(),
    description="Russian, Kazakh and English documents to a translation memory, and look-up in it",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    python_requires=">=3.10",
    packages=["egiz"],
    package_data={"egiz": ["py.typed", "*.pyi"]},
    ext_modules=[Extension("egiz._egiz", sources=[])],
    cmdclass={"build_ext": BuildModule},
    zip_safe=False,
)
