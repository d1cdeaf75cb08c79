import type { BackupRefusal } from "./backup.ts";
import type { RestoreRefusal } from "./restore.ts";

/** Refusals as the command says them: it speaks French alone. */
export function backupRefusalInWords(refusal: BackupRefusal): string {
  switch (refusal.kind) {
    case "nothing-there":
      return "Rien à sauvegarder\u00a0: il n’y a pas encore de données de Beffroi ici (voir BEFFROI_DATA et DATABASE_URL).";
    case "already-there":
      return `Ce fichier existe déjà, et n’est pas remplacé\u00a0: ${refusal.path}`;
  }
}

export function restoreRefusalInWords(refusal: RestoreRefusal): string {
  switch (refusal.kind) {
    case "no-such-file":
      return "Ce fichier n’existe pas.";
    case "not-a-backup":
      return "Ce fichier n’est pas une sauvegarde de Beffroi.";
    case "truncated":
      return "Cette sauvegarde est coupée avant sa fin. Rien n’a été changé.";
    case "altered":
      return `Cette sauvegarde est altérée\u00a0: ${refusal.what} n’est pas ce qui a été écrit. Rien n’a été changé.`;
    case "newer":
      return `Cette sauvegarde vient d’une version plus récente de Beffroi (${refusal.version}, ${refusal.migration}). Mettez d’abord celui-ci à jour.`;
    case "in-use":
      return "Beffroi est lancé sur cette base. Arrêtez-le, puis recommencez.";
    case "not-empty":
      return `Cette base n’est pas vide (collectivités\u00a0: ${refusal.authorities}). Pour perdre ce qu’elle contient et y mettre la sauvegarde\u00a0: --replace.`;
    case "not-ours":
      return "Cette base contient des tables qui ne sont pas de Beffroi. Donnez-lui une base à elle.";
  }
}
