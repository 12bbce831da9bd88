// The templates that Torg brings, in English: what the field's write-ups, notes, plans, diaries and minutes usually hold.
import type { DefaultTemplates } from "../template";

export const english: DefaultTemplates = {
  "good-practice": [
    [
      "Summary",
      "In five sentences: what was done, for whom, and what is better since. Somebody who reads only this has understood the practice.",
    ],
    [
      "The solution offered",
      "What was wrong or missing, and what the city did about it. Name the steps in their order and who took them.",
    ],
    [
      "Sustainable and integrated approach",
      "How it serves the environment, the economy and people together, and which departments and plans it ties to each other.",
    ],
    [
      "Participatory approach",
      "Who took part besides the municipality: residents, firms, associations. Say what they decided and what changed because of them.",
    ],
    [
      "What difference it made",
      "The evidence: figures before and after, with their source and year. Say also what did not work.",
    ],
    [
      "Why other cities should use it",
      "Which cities have the same need, and what they would gain. What would you do otherwise a second time?",
    ],
    [
      "What it takes elsewhere",
      "Laws, partners, skills and money without which it fails. The single parts that can be taken over are listed among the facts as transfer elements.",
    ],
  ],
  "visit-note": [
    ["Agenda", "Where you were and with whom you spoke, in the order of the days."],
    [
      "What was seen and said",
      "Observations and statements, each with its source. Keep what you think for the sections below.",
    ],
    ["Strengths", "What the city does well, with an example for each."],
    ["Challenges", "What holds the city back, and what it says about that itself."],
    ["What the city can share", "Practices, people and tools from which the other cities could learn."],
    [
      "What the city wants to learn",
      "Its questions to the network, in its own words, and which city might answer them.",
    ],
    [
      "Documents worked on",
      "Which documents were discussed or completed on site, and what changed in each. Link to them among the facts.",
    ],
  ],
  "action-plan": [
    ["Summary", "The plan on one page, for the council and for residents."],
    [
      "Context, needs and vision",
      "Where the city stands, which need the plan answers, and how things should be when it has worked. Give figures with source and year.",
    ],
    [
      "Overall logic and integrated approach",
      "How needs lead to objectives and objectives to actions, and how places, sectors and levels of government work together.",
    ],
    [
      "Action details",
      "For each action: what is done, by whom, with what result, from when until when, what it costs and who pays.",
    ],
    [
      "Implementation framework",
      "Who steers, how progress is measured, which risks there are and who watches them.",
    ],
    [
      "How the plan was made",
      "Meetings of the local group, what was tested on a small scale, and what was learned from which partner city.",
    ],
    ["Adoption", "Which body adopted the plan, on which day, with which changes."],
  ],
  "diary-entry": [
    ["What happened", "The facts in a few sentences: where, when, who was there."],
    ["What we learned, and from whom", "What is new to us, and which city or person it comes from."],
    [
      "Elements adapted, and why",
      "Which transfer elements we take over, in which changed form, and the reason.",
    ],
    ["Obstacles", "What slowed us down, and what would help."],
    ["Next step", "One thing, who does it, until when."],
  ],
  minutes: [
    ["Agenda", "The items in their order, as they were announced."],
    ["What was discussed", "By item: the positions, not who said which word."],
    ["Decisions", "Each decision in one sentence that is understood without the discussion."],
    [
      "Who does what until when",
      "A task list: for each task what is to be done, an @ with who does it, and the day. Torg reminds them of it.",
    ],
  ],
  note: [
    ["In short", "What others should know, in two or three sentences."],
    ["Details", "What stands behind it, for those who need it."],
  ],
};
