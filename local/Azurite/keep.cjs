// Keeps Azurite in a process group of its own, so that Ctrl-C at a terminal does not reach it before the functions have stopped, and
// ends it by SIGINT, on which it saves its last writes, once our standard input ends: at our word, or because who started us is gone.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const { spawn } = require('node:child_process');

if (process.env.PLUMBLINE_KEPT) {
  endWithKeeper();
  endWhereNothingCanBeSaved();
  endThoughSomebodyIsConnected();
} else {
  keep();
}

function keep() {
  const args = ['--require', __filename, ...process.argv.slice(2)];
  const azurite = spawn(process.execPath, args, { detached: true, stdio: 'pipe', env: { ...process.env, PLUMBLINE_KEPT: '1' } });
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
  azurite.stdin.on('error', () => {});
  azurite.on('close', code => process.exit(code ?? 1));
}

// The rest runs inside Azurite, before it. Were the keeper killed, Azurite would hold its ports for good.
function endWithKeeper() {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGINT')).resume();
  process.stdin.unref();
  // What it says while it saves has no reader then, and must not end it.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

// Azurite says nothing of a file that it cannot write, and goes on: what it answered for would be gone after its end.
function endWhereNothingCanBeSaved() {
  for (const name of ['write', 'writev', 'writeFile']) {
    const original = fs[name];
    fs[name] = (...args) => {
      const done = args.at(-1);
      if (typeof done === 'function') {
        args[args.length - 1] = (error, ...rest) => {
          if (['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'].includes(error?.code)) {
            fs.writeSync(2, `Azurite cannot save: ${error.message}\n`);
            process.exit(1);
          }
          done(error, ...rest);
        };
      }
      return original.call(fs, ...args);
    };
  }
}

// A client opens connections in advance; one on which nothing was ever asked would hold the end up until the client gives it up.
function endThoughSomebodyIsConnected() {
  const close = http.Server.prototype.close;
  http.Server.prototype.close = function (...args) {
    const closing = close.apply(this, args);
    setTimeout(() => this.closeAllConnections(), 500).unref();
    return closing;
  };
}
