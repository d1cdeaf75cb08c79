import { betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins";
import type pg from "pg";
import { ADVISED_COST, passwordHashing, type ScryptCost } from "./password-hash.ts";
import { provenTokens } from "./proven-tokens.ts";

export type AuthSettings = {
  /** A pool whose search_path is the schema `auth`. */
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly publicUrl: string;
  readonly sendPasswordReset: (
    to: { readonly email: string; readonly name: string; readonly language: string },
    token: string,
  ) => Promise<void>;
  /** What it costs to try a password: what OWASP advises, unless told. */
  readonly passwordCost?: ScryptCost;
};

/** Where better-auth believes it is mounted. Only our own routes call it, and the demonstration's sign-in links. */
export const AUTH_PATH = "/api/auth";
const HOUR = 3600;
/** In seconds: how long a session lasts, and how old it is when it is prolonged. */
const SESSION = { expiresIn: 12 * HOUR, updateAge: HOUR } as const;

/** Sign-in is better-auth's: passwords, sessions, resets, limits. Nobody signs up: people are invited. */
export function createAuth({ pool, secret, publicUrl, sendPasswordReset, passwordCost = ADVISED_COST }: AuthSettings) {
  const madeTokens = new Map<string, string>();
  const https = publicUrl.startsWith("https:");
  const auth = betterAuth({
    appName: "Beffroi",
    baseURL: publicUrl,
    basePath: AUTH_PATH,
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: {
      additionalFields: {
        language: { type: "string", required: false, defaultValue: "fr", input: false },
        lastAuthorityId: { type: "string", required: false, input: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: passwordHashing(passwordCost),
      resetPasswordTokenExpiresIn: HOUR,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        sendPasswordReset(
          { email: user.email, name: user.name, language: String((user as { language?: unknown }).language ?? "fr") },
          token,
        ),
    },
    // Tokens of resets and sign-in links are kept as hashes: who reads the table opens nothing.
    verification: { storeIdentifier: "hashed" },
    session: SESSION,
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: {
        "/sign-in/email": { window: 60, max: 10 },
        "/request-password-reset": { window: 300, max: 5 },
        "/reset-password": { window: 300, max: 10 },
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 24 * HOUR,
        storeToken: "hashed",
        // A demonstration's links are opened one after another, from one address.
        rateLimit: { window: 60, max: 60 },
        sendMagicLink: ({ email, token }) => {
          madeTokens.set(email, token);
        },
      }),
    ],
    advanced: {
      database: { generateId: () => crypto.randomUUID(), joins: true },
      // « __Host- »: no other site of the same domain can put a session of its own in our place.
      cookiePrefix: https ? "__Host-beffroi" : "beffroi",
      useSecureCookies: false,
      defaultCookieAttributes: { secure: https },
      ipAddress: { ipAddressHeaders: ["x-beffroi-client"] },
    },
  });
  /** A link that signs one person in once, for a day. For the demonstration alone. */
  const signInLink = async (email: string): Promise<string> => {
    await auth.api.signInMagicLink({ body: { email, callbackURL: "/" }, headers: new Headers() });
    const token = madeTokens.get(email) ?? "";
    madeTokens.delete(email);
    return `${publicUrl}${AUTH_PATH}/magic-link/verify?token=${token}&callbackURL=${encodeURIComponent("/")}`;
  };
  const tokenOf = provenTokens(https ? "__Host-beffroi.session_token" : "beffroi.session_token", async (cookie) => {
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (found === null) return undefined;
    const { token, expiresAt } = found.session;
    return { token, renewAt: expiresAt.getTime() - (SESSION.expiresIn - SESSION.updateAge) * 1000 };
  });
  return Object.assign(auth, { signInLink, tokenOf });
}

export type Auth = ReturnType<typeof createAuth>;
