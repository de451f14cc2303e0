#!/usr/bin/env python3
"""Install a build into a scratch folder and use it: from C++ and C by find_package, from C by pkg-config, on the shell."""
import argparse
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def libraries(prefix: pathlib.Path) -> pathlib.Path:
    (library,) = prefix.glob("lib*/**/libegiz.so")
    return library.parent


def check_by_cmake(prefix, scratch, arguments):
    source = pathlib.Path(__file__).parent / "consumer"
    run("cmake", "-G", "Ninja", "-S", source, "-B", scratch / "consumer", f"-DCMAKE_PREFIX_PATH={prefix}",
        f"-DCMAKE_C_COMPILER={arguments.cc}", f"-DCMAKE_CXX_COMPILER={arguments.cxx}",
        f"-DCMAKE_C_FLAGS={arguments.flags}", f"-DCMAKE_CXX_FLAGS={arguments.flags}")
    run("cmake", "--build", scratch / "consumer")
    news = arguments.fixtures / "documents" / "news"
    assert "units" in run(scratch / "consumer" / "use_cpp", news / "news.ru.txt", news / "news.kk.txt", scratch / "cpp.egiz")
    assert run(scratch / "consumer" / "use_c") == run(prefix / "bin" / "egiz", "--version").replace("egiz ", "")


def check_by_pkg_config(prefix, scratch, arguments):
    folder = libraries(prefix)
    environment = {**os.environ, "PKG_CONFIG_PATH": str(folder / "pkgconfig"), "LD_LIBRARY_PATH": str(folder)}
    flags = shlex.split(run("pkg-config", "--cflags", "--libs", "egiz", env=environment))
    run(arguments.cc, *shlex.split(arguments.flags), arguments.example, *flags, "-o", scratch / "example")
    news = arguments.fixtures / "documents" / "news"
    run(scratch / "example", news / "news.ru.txt", news / "news.kk.txt", scratch / "c.egiz", scratch / "c.tmx", env=environment)


def check_program(prefix):
    overview = (prefix / "share/man/man1/egiz.1").read_text(encoding="utf-8")
    pages = sorted(page.stem for page in (prefix / "share/man/man1").glob("egiz-*.1"))
    assert len(pages) >= 10 and all(page.replace("-", "\\-", 1) in overview for page in pages), pages
    for completion in ("bash-completion/completions/egiz", "zsh/site-functions/_egiz", "fish/vendor_completions.d/egiz.fish"):
        assert "query" in (prefix / "share" / completion).read_text(encoding="utf-8"), completion


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("build", "fixtures", "example", "cc", "cxx"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    parser.add_argument("--flags", default="")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        prefix = scratch / "prefix"
        run("cmake", "--install", arguments.build, "--prefix", prefix)
        check_program(prefix)
        check_by_pkg_config(prefix, scratch, arguments)
        check_by_cmake(prefix, scratch, arguments)


if __name__ == "__main__":
    main()
