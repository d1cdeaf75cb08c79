import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, statSync } from "node:fs";

/** How to launch PostgreSQL's programs: as ourselves, or as another user when we are root, which PostgreSQL refuses. */
export type Launcher = { readonly prefix: readonly string[] };

const CAPABILITIES = "+dac_override,+dac_read_search";

/**
 * As root, PostgreSQL runs under whoever has its data already (a service of its own user, where root only types a command), else
 * under `postgres` where that user exists, else under a system user `beffroi` made for it.
 * Trap: a clone in /root cannot be entered by another user. There the program keeps the right to pass closed folders
 * (ambient capabilities, by `setpriv` of util-linux), and no other right of root.
 */
export function launcherFor(program: string, folders: readonly string[], data: string): Launcher {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = ownerOf(data) ??
    systemUser("postgres") ??
    systemUser("beffroi") ??
    createSystemUser("beffroi") ?? { uid: 65534, gid: 65534 };
  for (const folder of folders) chownSync(folder, owner.uid, owner.gid);
  const as = ["setpriv", `--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  const reached = [program, ...folders].every((path) => spawnSync("test", ["-x", path], { ...owner, stdio: "ignore" }).status === 0);
  return { prefix: reached ? as : [...as, `--inh-caps=${CAPABILITIES}`, `--ambient-caps=${CAPABILITIES}`] };
}

function ownerOf(data: string): { uid: number; gid: number } | undefined {
  const { uid, gid } = statSync(data, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  return uid === 0 ? undefined : { uid, gid };
}

function systemUser(name: string): { uid: number; gid: number } | undefined {
  const read = (flag: string): number => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: read("-u"), gid: read("-g") };
  } catch {
    return undefined;
  }
}

function createSystemUser(name: string): { uid: number; gid: number } | undefined {
  const made = spawnSync("useradd", ["--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin", name], {
    stdio: "ignore",
  });
  return made.status === 0 ? systemUser(name) : undefined;
}
