#!/bin/sh
# Installs what gradfield needs and this machine lacks: Debian packages, through apt, with sudo where not root.
# Usage: install_dependencies.sh run|test|bench|check|clang
#   run: to build and run the tool; test: to build and run its tests too; bench: its benchmarks;
#   check: the format check; clang: to build all of it with clang.
# Where it cannot install, it lists what is missing and ends with 1. Where another apt is at work it waits for it, up to
# GRADFIELD_APT_PATIENCE seconds (180).
set -eu

purpose=${1:-run}
case $purpose in
  run | test | bench | check | clang) ;;
  *) echo "usage: $0 run|test|bench|check|clang" >&2; exit 64 ;;
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
  if [ "$purpose" = clang ]; then packages="$packages clang libgtest-dev libgmock-dev libbenchmark-dev"; fi
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
# apt_get WORD...: apt-get, when no other apt holds a lock that it needs. DPkg::Lock::Timeout would not do: apt-get update
# knows nothing of it (apt 2.6), and nobody would be told what is waited for.
apt_get() {
  waited=0
  until $as_root env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get "$@" > "$log" 2>&1; do
    holder=$(sed -n 's/^E: Could not get lock.* held by \(process [0-9]*.*\)$/\1/p' "$log")
    [ -n "$holder" ] || return 1
    [ "$waited" -lt "${GRADFIELD_APT_PATIENCE:-180}" ] ||
      cannot "another apt has been at work for $waited seconds: $holder; where it hangs, end it"
    [ "$waited" -ne 4 ] || echo "Waiting for another apt to end: $holder ..." >&2
    sleep 1
    waited=$((waited + 1))
  done
}
# shellcheck disable=SC2086  # a list of words
install() { apt_get install -y --no-install-recommends $missing; }
# The lists of packages may be old or absent: one refresh, one more try.
if ! install; then
  if ! { apt_get update && install; }; then
    tail -n 20 "$log" >&2
    cannot "apt-get could not install them"
  fi
fi
