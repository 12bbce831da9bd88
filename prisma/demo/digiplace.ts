// DigiPlace, an action planning network led by Messina, first called Digital Innovation for Cities.
import type { DemoNetwork } from "~/domain/demo/demo";

const since = "2019-09-01";
const sincePhaseTwo = "2020-05-07";
// Four partners of the first phase were replaced; their names are not known, and nobody stands here in their place. The four
// cities which the texts do not name before the second phase are taken to be those that came.

const trikalaPractice = `Trikala **has introduced** an experimental bus line without a driver. It is in service: it carries passengers on ordinary streets of the city.

## The solution offered

A small bus follows a fixed line through the centre. It has no driver; people in a control room watch it and can stop it.

## Sustainable and integrated approach

The line is part of how the city thinks about moving around: short ways, quiet vehicles, streets shared with people on foot.

## Participatory approach

Shopkeepers and residents along the line were heard before it began, and are asked how it goes.

## Why other cities should use it

Not for the vehicle, which will be another one in a few years, but for the way an experiment was brought onto a real street:

1. a line short enough to watch;
2. rules agreed beforehand on who may stop it;
3. an answer ready for everybody who asks *what if*.
`;

const botosaniStudy = `Botoșani **studies the possibility** of a quarter that would produce more energy than it uses. Nothing is decided: the question is whether it can be done here.

## What is being asked

- What the buildings use today, and what their roofs could give
- Who would own what is produced, and who would look after it
- What the residents would have to agree to beforehand
`;

const ouluStudy = `Oulu **studies**, together with Nokia, how the municipality could use 5G. This is a study under way: nothing is in service yet.

## What is being looked at

- Which services of the municipality need a network that answers at once
- What the municipality would have to own, and what it could rent
- What smaller cities of the network could learn without a firm like this at home
`;

export const digiPlace: DemoNetwork = {
  slug: "digiplace",
  name: "DigiPlace",
  otherNames: [
    { name: "DI4C" },
    { name: "Digital Innovation for Cities", language: "en" },
    { name: "Inovații digitale pentru orașe", language: "ro" },
    { name: "Pilsētu digitālās inovācijas", language: "lv" },
  ],
  type: "action-planning",
  programme: "URBACT III",
  theme: "Digital innovation for cities",
  startsOn: since,
  endsOn: "2022-08-07",
  budget: 714_990_00,
  phases: [
    {
      name: "Phase 1",
      plannedStart: since,
      plannedEnd: "2020-03-02",
      actualStart: since,
      actualEnd: "2020-03-02",
    },
    {
      name: "Phase 2",
      plannedStart: sincePhaseTwo,
      plannedEnd: "2022-05-07",
      actualStart: sincePhaseTwo,
      actualEnd: "2022-08-07",
    },
  ],
  partners: [
    {
      city: "messina",
      institution: "Municipality of Messina",
      otherInstitutions: ["Business Innovation Centre of the Municipality of Messina"],
      role: "lead-partner",
      since,
    },
    {
      city: "ventspils",
      institution: "Ventspils Digital Centre",
      otherInstitutions: ["Municipality of Ventspils"],
      role: "project-partner",
      since,
      budget: {
        total: 51_280_00,
        sources: [
          { name: "European Regional Development Fund", rate: 85_00, stated: 43_588_00 },
          { name: "Latvian state", rate: 5_00, stated: 2_564_00 },
          { name: "City", rate: 10_00, stated: 5_128_00 },
        ],
      },
    },
    { city: "botosani", institution: "Municipality of Botoșani", role: "project-partner", since },
    { city: "saint-quentin", institution: "City of Saint-Quentin", role: "project-partner", since },
    {
      city: "roquetas-de-mar",
      institution: "Municipality of Roquetas de Mar",
      role: "project-partner",
      since: sincePhaseTwo,
    },
    {
      city: "portalegre",
      institution: "Municipality of Portalegre",
      role: "project-partner",
      since: sincePhaseTwo,
    },
    {
      city: "trikala",
      institution: "Municipality of Trikala",
      role: "project-partner",
      since: sincePhaseTwo,
    },
    { city: "oulu", institution: "City of Oulu", role: "project-partner", since: sincePhaseTwo },
  ],
  members: [
    { account: "messina", role: "lead-partner", city: "messina" },
    { account: "lead-expert", role: "lead-expert" },
    { account: "observer", role: "observer" },
  ],
  documents: [
    {
      city: "botosani",
      language: "en",
      title: "A quarter that would produce more energy than it uses: a possibility studied",
      text: botosaniStudy,
      createdOn: "2020-09-14",
      publishedOn: "2020-09-28",
    },
    {
      city: "trikala",
      language: "en",
      title: "A bus line without a driver, in service",
      text: trikalaPractice,
      createdOn: "2020-10-05",
      publishedOn: "2020-10-19",
      comments: [
        {
          account: "messina",
          on: "2020-10-21",
          text: "Who answered the shopkeepers: the municipality or the operator?",
        },
      ],
    },
    {
      city: "oulu",
      language: "en",
      title: "5G for the municipality: a study with Nokia",
      text: ouluStudy,
      createdOn: "2020-11-02",
      publishedOn: "2020-11-30",
    },
  ],
};
