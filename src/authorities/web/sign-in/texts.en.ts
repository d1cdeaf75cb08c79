import type { SignInTexts } from "./texts.fr.ts";

export const en: SignInTexts = {
  title: "Sign in",
  lead: "Your authority’s software office.",
  submit: "Sign in",
  forgotten: "Forgotten password",
  principle:
    "A department says what it needs. We look, in order, at what is there already, at free software, at proprietary software, then at what can be built. Everybody can read how the decision was made.",
  noAccount: "No account yet? An administrator of your authority can invite you.",
  noAuthorityTitle: "Beffroi is not set up yet",
  noAuthority:
    "There is no authority here yet: nobody can sign in. The link that creates the first one, and works only once, is written in the terminal where Beffroi was started, or in the journal of its service.",
  noAuthorityAgain: "Cannot find it? Start Beffroi again: it writes another one, and the old one no longer works.",
  wrong: "Wrong address or password.",
  outsider: (name: string) =>
    `You are signed in as ${name}, but you no longer belong to any authority of this service. An administrator can invite you again.`,
  signedOut: "You are signed out.",
  linkOverTitle: "This link no longer works",
  linkOver: "It was used already, or it is too old. Ask whoever gave it to you for another.",

  forgottenTitle: "Forgotten password",
  forgottenLead: "Give your address: you will receive a link to choose a new password.",
  forgottenSubmit: "Receive a link",
  forgottenSentTitle: "Look at your mail",
  forgottenSent:
    "If this address has an account here, a message was just sent to it. Its link works for one hour. Remember to look among the junk mail.",
  noMail: "This service sends no mail. Ask an administrator of your authority: they can hand you a link to choose a new password.",
  backToSignIn: "Back to sign-in",
  resetTitle: "Choose a new password",
  resetSubmit: "Save the password",
  askAgain: "Ask for another link",
  resetDone: "Your password is changed. You can sign in.",
  resetOver: "It was used already, or it was made over an hour ago. Ask for another.",

  invitationTitle: (authority: string) => `Invitation: ${authority}`,
  invitationLead: (authority: string) => `${authority} invites you to use Beffroi, the software office of local authorities.`,
  invitationFor: (email: string) => `Invitation for ${email}`,
  yourRoles: (roles: string) => `Your role: ${roles}`,
  newPerson: "Choose a password to create your account.",
  knownPerson: "You already have an account here with this address. Give its password to confirm that it is you.",
  knownNoPassword: "An account without a password already exists with this address. Sign in first, then open this link again.",
  otherPerson: (name: string) => `You are signed in as ${name}. If you continue, you will sign in with the invited account.`,
  signedInPerson: (name: string) => `You are signed in as ${name}.`,
  join: "Join the authority",
  joined: (authority: string) => `Welcome! Your authority: ${authority}.`,
  wrongPassword: "This is not the password of your account.",
  invitationUnknownTitle: "Invitation not found",
  invitationUnknown:
    "The address may be cut: open the whole link, as you received it. If it still does not open, ask an administrator of your authority for another.",
  invitationOverTitle: "This invitation no longer works",
  invitationOver:
    "It was used already, it was withdrawn, or it is over fourteen days old. Ask an administrator of your authority for another.",
};
