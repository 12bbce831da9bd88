-- CreateTable
CREATE TABLE "Deliverable" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "phaseId" TEXT,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "what" TEXT NOT NULL DEFAULT '',
    "anchor" TEXT NOT NULL,
    "months" INTEGER NOT NULL DEFAULT 0,
    "fixedOn" TEXT,
    "afterId" TEXT,
    "owedBy" TEXT NOT NULL,
    "partnershipId" TEXT,
    "asksExpert" BOOLEAN NOT NULL,
    "goesToProgramme" BOOLEAN NOT NULL,
    "droppedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Deliverable_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Deliverable_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "Phase" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Deliverable_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Deliverable" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Deliverable_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PartnerDeliverable" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "networkId" TEXT NOT NULL,
    "deliverableId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'not-started',
    "since" DATETIME,
    "until" TEXT,
    "hasWord" BOOLEAN NOT NULL DEFAULT false,
    "dueOn" TEXT,
    "notApplicable" TEXT,
    "responsibleId" TEXT,
    "documentId" TEXT,
    CONSTRAINT "PartnerDeliverable_deliverableId_fkey" FOREIGN KEY ("deliverableId") REFERENCES "Deliverable" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PartnerDeliverable_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PartnerDeliverable_responsibleId_fkey" FOREIGN KEY ("responsibleId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "PartnerDeliverable_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeliverableStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ofId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "until" TEXT,
    "documentId" TEXT,
    "revision" INTEGER,
    "takenBackAt" DATETIME,
    "takenBackById" TEXT,
    "takenBackReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "DeliverableStep_ofId_fkey" FOREIGN KEY ("ofId") REFERENCES "PartnerDeliverable" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DeliverableStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DeliverableStep_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "DeliverableStep_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HandedInFile" (
    "stepId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,

    PRIMARY KEY ("stepId", "fileId"),
    CONSTRAINT "HandedInFile_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "DeliverableStep" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "HandedInFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "AttachedFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Network" ADD COLUMN "riskDays" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE INDEX "Deliverable_networkId_position_idx" ON "Deliverable"("networkId", "position");

-- CreateIndex
CREATE INDEX "Deliverable_phaseId_idx" ON "Deliverable"("phaseId");

-- CreateIndex
CREATE INDEX "PartnerDeliverable_networkId_idx" ON "PartnerDeliverable"("networkId");

-- CreateIndex
CREATE INDEX "PartnerDeliverable_documentId_idx" ON "PartnerDeliverable"("documentId");

-- CreateIndex
CREATE INDEX "PartnerDeliverable_responsibleId_idx" ON "PartnerDeliverable"("responsibleId");

-- CreateIndex
CREATE UNIQUE INDEX "PartnerDeliverable_deliverableId_partnershipId_key" ON "PartnerDeliverable"("deliverableId", "partnershipId");

-- CreateIndex
CREATE INDEX "DeliverableStep_documentId_idx" ON "DeliverableStep"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "DeliverableStep_ofId_number_key" ON "DeliverableStep"("ofId", "number");

-- CreateIndex
CREATE INDEX "HandedInFile_fileId_idx" ON "HandedInFile"("fileId");
