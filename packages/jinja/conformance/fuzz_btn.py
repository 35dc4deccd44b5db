"""A Node process that renders templates with btn and compares the results with Jinja2's."""

import json
import os
import select
import subprocess
import tempfile
import threading
from pathlib import Path

HERE = Path(__file__).parent
# Seconds that either engine may take for one template.
PATIENCE = 5


class Btn:
    """Started again when it hangs or ends."""

    def __init__(self):
        self.bundle = str(Path(tempfile.mkdtemp()) / 'driver.mjs')
        build = [
            'npx',
            'esbuild',
            str(HERE / 'fuzz-driver.ts'),
            '--bundle',
            '--platform=node',
            '--format=esm',
            f'--outfile={self.bundle}',
            '--log-level=error',
        ]
        subprocess.run(build, check=True, cwd=HERE)
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            ['node', self.bundle], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self.unread = b''

    def compare(self, pairs):
        """How btn differs in each pair of case and expected result."""
        lines = [
            json.dumps({'case': case, 'expected': expected}) + '\n' for case, expected in pairs
        ]
        # In a thread: both processes could wait for each other when both pipes are full.
        threading.Thread(
            target=self.send, args=(self.process.stdin, ''.join(lines).encode())
        ).start()
        answers = []
        for at in range(len(pairs)):
            line = self.read_line()
            if line is None:
                return answers + self.give_up(pairs[at:])
            answers.append(json.loads(line))
        return answers

    @staticmethod
    def send(pipe, data):
        try:
            while data:
                data = data[pipe.write(data) :]
        except OSError:
            pass  # The process has ended; whoever reads its answers notices.

    def read_line(self):
        """None when the process says nothing for too long, or has ended."""
        while b'\n' not in self.unread:
            ready = select.select([self.process.stdout], [], [], PATIENCE)[0]
            piece = os.read(self.process.stdout.fileno(), 1 << 20) if ready else b''
            if not piece:
                return None
            self.unread += piece
        line, _, self.unread = self.unread.partition(b'\n')
        return line

    def give_up(self, pairs):
        """The first of the pairs hung or ended the process; the others are asked again."""
        self.process.kill()
        self.process.wait()
        self.start()
        lost = {
            'difference': 'btn hangs or ends',
            'actual': {'error': {'type': 'Hang', 'message': '', 'line': None}},
        }
        return [lost] + (self.compare(pairs[1:]) if len(pairs) > 1 else [])
