import cluster from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";
import { z } from "zod";

/** What processes say to each other about measures. */
const ASKED = z.object({ beffroi: z.literal("metrics-asked"), question: z.number() });
const GIVEN = z.object({ beffroi: z.literal("metrics-given"), question: z.number(), metrics: z.string().nullable() });
/** The other processes answer within a few milliseconds, unless they are held. */
const PATIENCE_MS = 6_000;

/** In the process that keeps the others: adds up what they measure, whenever one of them asks. */
export function gatherMetrics(): void {
  const gathered = new AggregatorRegistry();
  cluster.on("message", (asking, message: unknown) => {
    const asked = ASKED.safeParse(message);
    if (!asked.success) return;
    const give = (metrics: string | null): void => {
      if (asking.isConnected()) asking.send({ beffroi: "metrics-given", question: asked.data.question, metrics });
    };
    // One of them is starting, or held: whoever asked has its own measures.
    gathered.clusterMetrics().then(give, () => give(null));
  });
}

/** Everything that is measured, in the format of Prometheus: by this process alone, or by all those that answer beside it. */
export function openMetrics(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics();
  // Trap: prom-client listens for the question only once such a registry was made.
  new AggregatorRegistry();
  AggregatorRegistry.setRegistries(registry);
  let last = 0;
  return async () => (await ofAll(++last)) ?? registry.metrics();
}

function ofAll(question: number): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (metrics: string | null): void => {
      clearTimeout(timer);
      process.off("message", listen);
      resolve(metrics);
    };
    const listen = (message: unknown): void => {
      const given = GIVEN.safeParse(message);
      if (given.success && given.data.question === question) end(given.data.metrics);
    };
    const timer = setTimeout(() => end(null), PATIENCE_MS);
    process.on("message", listen);
    process.send?.({ beffroi: "metrics-asked", question });
  });
}
