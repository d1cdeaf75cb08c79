import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const IN_MEMORY = "/dev/shm";
/** In bytes: a run's databases take a quarter of it, and the browser draws in the rest. */
const ROOM = 4 * 1024 ** 3;

/**
 * A new folder for databases that nobody keeps: tests, generated types. In memory where the machine has room: there a database is
 * made ten times sooner than on a disk.
 */
export function throwAwayFolder(name: string): string {
  return mkdtempSync(join(hasRoomInMemory() ? IN_MEMORY : tmpdir(), `beffroi-${name}-`));
}

function hasRoomInMemory(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
