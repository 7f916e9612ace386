// Keeps Azurite in a process group of its own, so that Ctrl-C at a terminal does not reach it before the functions have stopped, and
// ends it by SIGINT, on which it saves its last writes, once our standard input ends: at our word, or because who started us is gone.
'use strict';
const { spawn } = require('node:child_process');

const azurite = spawn(process.execPath, process.argv.slice(2), { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
const stop = () => azurite.kill('SIGINT');

// Its output comes through us: a pipe whose reader is gone would end it in the middle of saving.
for (const [from, to] of [[azurite.stdout, process.stdout], [azurite.stderr, process.stderr]]) {
  from.pipe(to);
  to.on('error', () => from.resume());
}

for (const signal of ['SIGINT', 'SIGHUP']) {
  process.on(signal, () => {});
}

process.on('SIGTERM', stop);
process.stdin.on('end', stop).resume();
azurite.on('close', code => process.exit(code ?? 1));
