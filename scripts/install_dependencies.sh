#!/bin/sh
# Installs what gradfield needs and this machine lacks: Debian packages, through apt, with sudo where not root.
# Usage: install_dependencies.sh run|test|bench|check
#   run: to build and run the tool; test: to build and run its tests too; bench: its benchmarks;
#   check: the format check.
# Where it cannot install, it lists what is missing and ends with 1.
set -eu

purpose=${1:-run}
case $purpose in
  run | test | bench | check) ;;
  *) echo "usage: $0 run|test|bench|check" >&2; exit 64 ;;
esac

packages=
if [ "$purpose" = check ]; then
  packages="clang-format"
else
  packages="g++ cmake ninja-build pkg-config libcli11-dev libmuparser-dev libgnuplot-iostream-dev libboost-dev
    libboost-iostreams-dev libboost-filesystem-dev libdragonbox-dev libhwy-dev libsleef-dev libtbb-dev
    libutf8proc-dev libgif-dev libpng-dev zlib1g-dev"
  # Any gnuplot will do; where there is a display, one that opens windows.
  if ! command -v gnuplot > /dev/null; then
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then packages="$packages gnuplot-qt"; else packages="$packages gnuplot-nox"; fi
  fi
  # With the programs that read pictures back. TeX is left out, for it takes 320 MB: its tests are skipped without it.
  if [ "$purpose" = test ]; then
    packages="$packages libgtest-dev libgmock-dev python3 python3-numpy locales chromium ghostscript poppler-utils qpdf"
  fi
  if [ "$purpose" = bench ]; then packages="$packages libbenchmark-dev python3"; fi
fi

missing=
for package in $packages; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

cannot() {
  echo "gradfield needs these Debian packages, and $1:" >&2
  for package in $missing; do echo "  $package" >&2; done
  echo "Install them, then try again." >&2
  exit 1
}

command -v apt-get > /dev/null || cannot "there is no apt-get here"
as_root=
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo > /dev/null || cannot "installing them needs root (there is no sudo)"
  as_root=sudo
fi

echo "Installing:$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # lists of words
install() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing > "$log" 2>&1; }
# The lists of packages may be old or absent: one refresh, one more try.
if ! install; then
  if ! { $as_root apt-get update > "$log" 2>&1 && install; }; then
    tail -n 20 "$log" >&2
    cannot "apt-get could not install them"
  fi
fi
