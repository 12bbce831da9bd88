-- AlterTable
ALTER TABLE "Notice" ADD COLUMN "deliverableId" TEXT;
ALTER TABLE "Notice" ADD COLUMN "partnershipId" TEXT;

-- CreateTable
CREATE TABLE "Reminder" (
    "personId" TEXT NOT NULL,
    "deliverableId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "nearness" TEXT NOT NULL,
    "noticeId" TEXT,

    PRIMARY KEY ("personId", "deliverableId", "partnershipId", "day", "nearness"),
    CONSTRAINT "Reminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reminder_deliverableId_fkey" FOREIGN KEY ("deliverableId") REFERENCES "Deliverable" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reminder_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reminder_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Reminder_noticeId_idx" ON "Reminder"("noticeId");

-- CreateIndex
CREATE INDEX "Reminder_deliverableId_idx" ON "Reminder"("deliverableId");

-- CreateIndex
CREATE INDEX "Reminder_partnershipId_idx" ON "Reminder"("partnershipId");
