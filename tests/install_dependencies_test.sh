#!/bin/sh
# The installation of packages waits for another apt, and tells of one that does not end.
# Usage: install_dependencies_test.sh PATH_OF_INSTALL_DEPENDENCIES
# With folders and locks of its own: nothing of this machine is changed. Ends with 77 where there is no apt.
set -eu
script=$1
command -v apt-get > /dev/null && command -v python3 > /dev/null || { echo "no apt-get or no python3 here"; exit 77; }
folder=$(mktemp -d)
holder=
trap 'if [ -n "$holder" ]; then kill "$holder"; fi; rm -rf "$folder"' EXIT

mkdir -p "$folder/lists/partial" "$folder/archives/partial" "$folder/dpkg" "$folder/bin"
cat > "$folder/apt.conf" << END
Dir::State::lists "$folder/lists";
Dir::State::status "$folder/dpkg/status";
Dir::Cache "$folder";
Dir::Cache::archives "$folder/archives";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "/dev/null";
END
export APT_CONFIG="$folder/apt.conf"
# To install is to be root; here all is our own. And clang-format is always missing.
printf '#!/bin/sh\nexec "$@"\n' > "$folder/bin/sudo"
printf '#!/bin/sh\nexit 1\n' > "$folder/bin/dpkg-query"
chmod +x "$folder/bin/sudo" "$folder/bin/dpkg-query"
PATH=$folder/bin:$PATH

# hold SECONDS LOCK: as another apt does.
hold() {
  rm -f "$folder/held"
  python3 -c 'import fcntl, sys, time
lock = open(sys.argv[2], "a")
fcntl.lockf(lock, fcntl.LOCK_EX)
open(sys.argv[3], "w").close()
time.sleep(float(sys.argv[1]))' "$1" "$2" "$folder/held" &
  holder=$!
  until [ -e "$folder/held" ]; do sleep 0.05; done
}

# try NAME EXPECTED_STATUS PART_OF_MESSAGES...
try() {
  name=$1
  expected=$2
  shift 2
  status=0
  messages=$("$script" check 2>&1) || status=$?
  if [ "$status" -ne "$expected" ]; then
    echo "$name: status $status instead of $expected: $messages"
    exit 1
  fi
  for part in "$@"; do
    case $messages in
      *"$part"*) ;;
      *) echo "$name: the messages say nothing of '$part': $messages"; exit 1 ;;
    esac
  done
}

# Nothing to do: apt knows the package as installed, in its newest version.
installed() {
  cat > "$folder/dpkg/status" << END
Package: clang-format
Status: install ok installed
Maintainer: nobody
Architecture: $(dpkg --print-architecture)
Version: 1
Description: nothing

END
}

installed
try "no other apt" 0 "Installing: clang-format"
hold 2 "$folder/dpkg/lock-frontend"
try "another apt installs" 0 "Installing: clang-format"
if kill -0 "$holder" 2> /dev/null; then echo "another apt installs: it was not waited for"; exit 1; fi

: > "$folder/dpkg/status"
try "no such package" 1 "apt-get could not install them"
hold 2 "$folder/lists/lock"
try "another apt updates" 1 "apt-get could not install them"
if kill -0 "$holder" 2> /dev/null; then echo "another apt updates: it was not waited for"; exit 1; fi

installed
hold 600 "$folder/dpkg/lock-frontend"
export GRADFIELD_APT_PATIENCE=5
try "another apt hangs" 1 "Waiting for another apt to end: process $holder (python3) ..." \
  "another apt has been at work for 5 seconds: process $holder (python3); where it hangs, end it"
echo "another apt is waited for"
