// The integrated action plans of the seven partners of DigiPlace, in the one structure that all cities of the network share. Each is one
// text with the versions that the city handed in: the roadmap, what was tried small, the draft for peer review, the final plan.
import type { DemoDocument, DemoHappening } from "~/domain/demo/demo-document";
import { cityPlans, type CityPlan } from "./plan-contents";

/** How far the plan has come. */
const stages = ["roadmap", "tried", "draft", "final"] as const;
type Stage = (typeof stages)[number];

function planText({ name, need, questions, actions, tried, came, learned, readBy }: CityPlan, stage: Stage) {
  const has = (needed: Stage) => stages.indexOf(stage) >= stages.indexOf(needed);
  const box = (isDone: boolean) => (isDone ? "- [x]" : "- [ ]");
  const wasTried = tried !== "" && has("tried");
  return `## Summary

${summaries[stage](name)}

## Context, needs and vision

${need}

The local group put it as questions, and the plan answers them in this order:

${questions.map((question, at) => `${at + 1}. ${question}`).join("\n")}

## Overall logic and integrated approach

${learned}

Each action names the department that leads it and at least one other that it cannot do without. An action that only one department wants is that department's project, and stays out of the plan.

## Action details

${has("draft") ? actionTable(actions) : "*Not begun.* The roadmap says by when and with whom the actions are chosen."}

${wasTried ? `### What was tried small\n\n${tried}\n${came === "" ? "" : `\n${came}\n`}` : ""}
## Implementation framework

${has("final") ? "Whoever leads an action reports on it to the local group twice a year; the group stays together after the network has ended. What is not funded yet says so, and is not begun before it is." : "*Not begun.*"}

## How the plan was made

- [x] The local group has met
- [x] Roadmap
${box(wasTried)} An action tried in small
${box(has("draft"))} Draft handed to ${readBy} to read
${box(has("final"))} What ${readBy} asked is answered
`;
}

const summaries: Record<Stage, (name: string) => string> = {
  roadmap: (name) =>
    `The way to the integrated action plan of ${name}: what it starts from, and what comes when.`,
  tried: (name) => `The integrated action plan of ${name}, on its way. Sections that are not begun say so.`,
  draft: (name) => `The integrated action plan of ${name}, as a draft for another city to read.`,
  final: (name) => `The integrated action plan of ${name}, as the local group agreed on it in summer 2022.`,
};

const actionTable = (actions: CityPlan["actions"]) =>
  `| Action | Led by | With |
|---|---|---|
${actions.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;

function documentOf(plan: CityPlan): DemoDocument {
  const { city, name, days, tried, cameLater } = plan;
  const [begun, triedOn, draftOn, finalOn, againOn] = days;
  const written = (
    on: string,
    stage: Stage,
    called: string,
    text = planText(plan, stage),
  ): DemoHappening[] => [
    { on, saved: { text } },
    { on, versioned: called },
  ];
  const trial = planText(cameLater ? { ...plan, came: "" } : plan, "tried");
  return {
    key: `${city}-plan`,
    city,
    language: "en",
    title: `Integrated action plan of ${name}`,
    text: planText(plan, "roadmap"),
    facts: { kind: "action-plan", topics: ["Integrated action plan"], from: "2020-05-07", to: "2022-08-07" },
    createdOn: begun,
    since: [
      { on: begun, versioned: "Roadmap" },
      ...(tried === "" ? [] : written(triedOn, "tried", "Small-scale action", trial)),
      ...(cameLater ? written(cameLater, "tried", "Small-scale action, with what came of it") : []),
      ...written(draftOn, "draft", "Draft for peer review"),
      ...written(finalOn, "final", "Final plan"),
      ...(againOn ? [{ on: againOn.on, saved: { text: planText(plan, "final") + againOn.adds } }] : []),
      { on: "2022-07-29", published: "network" },
    ],
  };
}

export const planDocuments: DemoDocument[] = cityPlans.map(documentOf);
