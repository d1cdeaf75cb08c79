/** What is known of a machine that shares the identity or the hardware of one that reports. Hardware: its hash, in hexadecimal. */
export type KnownMachine = {
  readonly id: string;
  readonly agentIdentity: string;
  readonly hardware: string | null;
  readonly replacedBy: string | null;
  readonly removedAt: Date | null;
  readonly lastSeenAt: Date;
};

export type Arriving = { readonly agentIdentity: string; readonly hardware: string | null };

/** Which machine reports: one that is known, or a new one, which may stand for another from now on. */
export type Whose =
  | { readonly known: KnownMachine }
  /** `replaces`: same hardware under another identity, which was installed anew. */
  | { readonly known: undefined; readonly replaces: readonly string[] };

/**
 * - Same identity, same hardware (or one of them does not say): it is that machine, were it replaced or removed before: it is back.
 * - Same identity, other hardware: two machines copied from one another; each keeps its own line.
 * - Other identity, same hardware: installed anew; the new one stands for the old one, until the old one reports again.
 */
export function whichMachine(known: readonly KnownMachine[], { agentIdentity, hardware }: Arriving): Whose {
  const namesakes = known.filter((each) => each.agentIdentity === agentIdentity).sort((a, b) => +b.lastSeenAt - +a.lastSeenAt);
  const same =
    hardware === null
      ? namesakes[0]
      : (namesakes.find((each) => each.hardware === hardware) ?? namesakes.find((each) => each.hardware === null));
  if (same !== undefined) return { known: same };
  const earlier = known.filter(
    (each) => hardware !== null && each.hardware === hardware && each.replacedBy === null && each.removedAt === null,
  );
  return { known: undefined, replaces: earlier.map(({ id }) => id) };
}
