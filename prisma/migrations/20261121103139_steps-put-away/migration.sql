-- AlterTable
ALTER TABLE "Membership" ADD COLUMN "stepsHiddenAt" DATETIME;
ALTER TABLE "Membership" ADD COLUMN "welcomedAt" DATETIME;
