import { Agent, request } from "node:http";
import { deflateSync } from "node:zlib";
import { parseMessage } from "#src/machines/usecases/parse-message.ts";
import { inflated, textOfBody } from "#src/machines/usecases/read-body.ts";
import { randomFrom } from "./inventory-seed.ts";

/** What an agent posts, compressed, and its identity. */
export type Body = { readonly agentId: string; readonly bytes: Buffer };

export const PACKAGES = 815;
const NAMES = 3_000;

/** Of 815 packages among 3,000 names, with the fields of a Debian agent. `upgraded`: so many have another version. */
export function bodyOf(machine: number, upgraded = 0): Body {
  const random = randomFrom(1_000 + machine);
  const first = Math.floor(random() * (NAMES - PACKAGES));
  const softwares = Array.from({ length: PACKAGES }, (_, index) => packageOf(first + index, index < upgraded ? machine : 0));
  const content = {
    hardware: { name: `charge-${machine}`, uuid: uuidOf(machine), chassis_type: "Desktop", memory: 7_909, vmsystem: "Physical" },
    bios: { smodel: "OptiPlex 7010", smanufacturer: "Dell Inc.", ssn: `S${machine}` },
    operatingsystem: { full_name: "Debian GNU/Linux 12 (bookworm)", kernel_name: "linux", version: "12" },
    softwares,
    versionclient: "GLPI-Agent_v1.15",
  };
  const message = { action: "inventory", deviceid: `charge-${machine}`, itemtype: "Computer", content };
  return { agentId: uuidOf(machine), bytes: deflateSync(JSON.stringify(message)) };
}

function packageOf(n: number, upgrade: number): Record<string, string | number> {
  const name = n % 10 < 7 ? `lib${n.toString(36)}-${n % 9}` : n % 10 === 7 ? `python3-${n}` : `logiciel-${n}`;
  return {
    arch: "amd64",
    comments: `Paquet numéro ${n} : ce que dit sa description, en une ligne de longueur moyenne`,
    filesize: 10_000 + ((n * 7_919) % 9_000_000),
    from: "deb",
    install_date: `2026-0${1 + (n % 9)}-1${n % 9}`,
    name,
    publisher: "Debian",
    system_category: "libs",
    version: `${n % 30}.${n % 11}.${upgrade}-${n % 5}`,
  };
}

function uuidOf(machine: number): string {
  return `c0ffee00-0000-4000-8000-${machine.toString(16).padStart(12, "0")}`;
}

export type Load = { readonly perSecond: number; readonly p95Ms: number; readonly refused: number };

/** Each body once, `connections` at a time. */
export async function send(url: string, bodies: readonly Body[], connections = 8): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let refused = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const begun = performance.now();
      if ((await post(url, body, agent)) !== 200) refused += 1;
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - begun) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: Math.round(bodies.length / seconds),
    p95Ms: Math.round((times[Math.floor(times.length * 0.95)] ?? 0) * 10) / 10,
    refused,
  };
}

function post(url: string, { agentId, bytes }: Body, agent: Agent): Promise<number> {
  const headers = { "content-type": "application/x-compress-zlib", "content-length": bytes.length, "glpi-agent-id": agentId };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(bytes);
  });
}

/** Inflating, decoding, parsing and reading alone, in one process and without a database: messages a second, processor of one. */
export async function readAlone(bodies: readonly Body[]): Promise<{ readonly perSecond: number; readonly processorMs: number }> {
  const used = process.cpuUsage();
  const begun = performance.now();
  for (const { bytes } of bodies) {
    const inflatedBytes = await inflated(bytes, "zlib", 16_000_000);
    const text = inflatedBytes.ok ? textOfBody(inflatedBytes.value) : inflatedBytes;
    if (!text.ok || !parseMessage(text.value).ok) throw new Error("Our own messages can be read");
  }
  const perSecond = Math.round(bodies.length / ((performance.now() - begun) / 1_000));
  const { user, system } = process.cpuUsage(used);
  return { perSecond, processorMs: Math.round((user + system) / 10 / bodies.length) / 100 };
}
