// The local program on a sample firm of its own: started, waited for, and ended by the interrupt that Ctrl-C sends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from './project.js';

const program = join(repository, 'artifacts', 'bin', 'local', 'debug', 'Plumbline.Local.dll');
const isUp = 'Ctrl-C ends it.';

/** { tablesPort, address, key, end }: where the tables and the functions answer, and how to end it all. */
export async function startProgram() {
  if (!existsSync(program)) throw new Error(`there is no ${program}; build it first: dotnet build local`);
  const home = mkdtempSync(join(tmpdir(), 'plumbline-'));
  const child = spawn('dotnet', [program, '--home', home, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  const lines = await linesUntilUp(child);
  const found = pattern => lines.map(line => line.match(pattern)).find(match => match)[1];
  return {
    tablesPort: found(/^Azurite is up: tables on port (\d+),/),
    address: found(/^The functions answer at (http:\/\/127\.0\.0\.1:\d+)\./),
    key: readFileSync(join(home, 'key'), 'utf8').trim(),
    async end() {
      interrupt();
      const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
      process.off('exit', interrupt);
      rmSync(home, { recursive: true });
      return code;
    },
  };
}

async function linesUntilUp(child) {
  const lines = [];
  const output = createInterface({ input: child.stderr });
  for await (const line of output) {
    lines.push(line);
    if (line === isUp) {
      child.stderr.resume();
      return lines;
    }
  }
  throw new Error(`the program ended before it was up:\n${lines.join('\n')}`);
}
