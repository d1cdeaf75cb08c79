/** What a page shows of a token: never the token itself, which is known once, when it is made. */
export type AgentToken = {
  readonly id: string;
  readonly label: string;
  /** Null: made by the command. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
  /** To the hour. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
};

export const LONGEST_TOKEN_LABEL = 100;
/** An authority needs a few: one for each site or each kind of agent. */
export const MOST_TOKENS = 200;
