import type { JSX } from "hono/jsx/jsx-runtime";
import { Arcade, type ArcadeGate, MiniArcade } from "./arcade.tsx";
import type { GateState } from "./arch.tsx";
import { CheckList, EvidenceList } from "./evidence-list.tsx";
import { Figure } from "./figure.tsx";
import { Grid } from "./layout.tsx";
import { Quote } from "./quote.tsx";
import { Sheet } from "./sheet.tsx";
import { Sparkline } from "./sparkline.tsx";
import { Term } from "./term.tsx";
import { Timeline } from "./timeline.tsx";
import { TodoList } from "./todo-list.tsx";

const KEYS = ["in-house", "open-source", "proprietary", "in-house-development"];
const NAMES = ["Déjà en service", "Logiciel libre", "Propriétaire", "Développement interne"];
const PATHS: readonly (readonly GateState[])[] = [
  ["here", "later", "later", "later"],
  ["out", "waiting", "later", "later"],
  ["out", "kept", "later", "later"],
  ["out", "out", "out", "out"],
];

const gatesOf = (states: readonly GateState[]): ArcadeGate[] =>
  states.map((state, i) => ({ gate: KEYS[i] ?? "", title: NAMES[i] ?? "", state, href: i === 0 ? "#porte-1" : undefined }));

const OTHER: readonly ArcadeGate[] = [
  { gate: "besoin", title: "Le besoin", state: "kept", conclusion: "Retenu le 3 mars" },
  { gate: "avis", title: "L’avis du service", state: "here", conclusion: "En cours : 2 avis sur 3" },
  { gate: "accord", title: "L’accord", state: "later", glyph: "pen" },
];

export function ProcedureSamples(): JSX.Element {
  return (
    <>
      {PATHS.map((states, index) => (
        <Sheet title={`Où en est la demande (${index + 1})`}>
          <Arcade gates={gatesOf(states)} />
        </Sheet>
      ))}
      <Sheet title="Une autre procédure, à trois portes">
        <Arcade gates={OTHER} />
      </Sheet>
      <Sheet title="En petit, dans une liste">
        <p>
          {PATHS.map((states) => (
            <MiniArcade states={states} />
          ))}
          dans le texte.
        </p>
      </Sheet>
      <Sheet title="À vous">
        <TodoList
          items={[
            {
              title: "Contresigner la sortie de la porte 2",
              href: "/a",
              strong: true,
              gates: ["out", "waiting", "later", "later"],
              detail: "Gestion du cimetière, 2026-037.",
              action: { label: "Lire le constat" },
            },
            {
              title: "Suivre les tournées des espaces verts",
              href: "/b",
              gates: ["out", "out", "here", "later"],
              detail: "Porte 3, en retard de 4 jours.",
              tag: { label: "En retard", tone: "attention" },
            },
          ]}
        />
      </Sheet>
      <Sheet title="Avant de fermer la porte" intro="Ce qui est là, ce qui manque.">
        <EvidenceList
          items={[
            { done: true, label: "Le parc a été cherché", detail: "14 octobre, 3 résultats" },
            { done: false, label: "Chaque candidat a son motif", detail: "Il en manque 1 sur 3", href: "/c" },
          ]}
        />
        <CheckList
          items={[
            { done: true, label: "Export du calendrier" },
            { done: false, label: "Accessible (RGAA)" },
            { label: "Pas encore examiné" },
          ]}
        />
      </Sheet>
      <Sheet title="Le fil">
        <Timeline
          entries={[
            { at: "2027-03-01", title: "Mise en service souhaitée", upcoming: true },
            {
              at: "2026-10-23T12:30:00Z",
              title: "Question à Vie associative",
              id: "fil-3",
              children: <Quote source="Vie associative">Non, un chèque suffit.</Quote>,
            },
            { at: "2026-10-01", title: "Porte 1 écartée", by: "par l’instructeur, contresignée par la garante" },
          ]}
        />
        <p>
          Le logiciel est sous <Term definition="Une licence qui oblige à partager les modifications.">licence réciproque</Term>, comme
          convenu.
        </p>
      </Sheet>
      <Grid>
        <Figure
          title="Part du libre"
          value="71 %"
          of="des logiciels en service déclarés : 64 sur 90"
          date="2026-11-01"
          href="/parc"
          linkText="Voir les deux mesures"
        >
          <Sparkline
            label="Part du libre de 2024 à 2026, de 52 à 71 pour cent"
            points={[
              { at: "2024-01-01", value: 52 },
              { at: "2025-01-01", value: 58 },
              { at: "2026-01-01", value: 66 },
              { at: "2026-11-01", value: 71 },
            ]}
          />
        </Figure>
        <Figure title="Du besoin au service" value="47 jours" of="médiane de 23 demandes servies en 12 mois" date="2026-11-01" />
      </Grid>
    </>
  );
}
