"""measure.py COMMAND ARGS…: runs the command and prints what it cost, children included, as one line of JSON."""

import json, os, sys, time

command = sys.argv[1:]
started = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_DUP2, 2, 1),  # the command's output all goes to stderr, so that stdout is ours
])
_, status, usage = os.wait4(child, 0)
print(json.dumps({
    "wall": time.perf_counter() - started,
    "cpu": usage.ru_utime + usage.ru_stime,
    "rssMib": usage.ru_maxrss / 1024,
    "exit": os.waitstatus_to_exitcode(status),
}))
