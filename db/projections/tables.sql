CREATE TABLE `classifications` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`behaviour` text NOT NULL,
	`place` text NOT NULL,
	`cause` text NOT NULL,
	`plain_words` text NOT NULL,
	`cites` text NOT NULL,
	PRIMARY KEY(`phase`, `failure`, `from_seq`)
);

CREATE TABLE `code_references` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`number` integer PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`repository` text NOT NULL,
	`commit` text NOT NULL,
	`path` text NOT NULL,
	`from_line` integer NOT NULL,
	`to_line` integer NOT NULL,
	`lines` text NOT NULL,
	`sha256` text NOT NULL,
	`shows` text NOT NULL
);

CREATE INDEX `code_references_of_a_failure` ON `code_references` (`phase`,`failure`);
CREATE TABLE `observations` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`number` integer PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`command` text NOT NULL,
	`output` text NOT NULL,
	`sha256` text NOT NULL,
	`host` text NOT NULL,
	`observed_at` text NOT NULL
);

CREATE INDEX `observations_of_a_failure` ON `observations` (`phase`,`failure`);
CREATE TABLE `runs` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`number` integer NOT NULL,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`run` text NOT NULL,
	`excluded_reason` text,
	`excluded_by` text,
	`excluded_at` text,
	`attached_seq` integer NOT NULL,
	PRIMARY KEY(`number`, `from_seq`)
);

CREATE INDEX `runs_of_a_failure` ON `runs` (`phase`,`failure`);
CREATE TABLE `fixes` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`fix` integer NOT NULL,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`kind` text NOT NULL,
	`repository` text NOT NULL,
	`pull_request` integer,
	`head` text NOT NULL,
	`heads` text NOT NULL,
	`state` text NOT NULL,
	`route` text NOT NULL,
	`promotion` text NOT NULL,
	`promotion_reason` text NOT NULL,
	`changes` text NOT NULL,
	`attached_seq` integer NOT NULL,
	`said_by` text NOT NULL,
	`said_role` text NOT NULL,
	`said_at` text NOT NULL,
	`said_seq` integer NOT NULL,
	`merged_seq` integer,
	`merged_at` text,
	PRIMARY KEY(`fix`, `from_seq`)
);

CREATE INDEX `fixes_of_a_phase` ON `fixes` (`phase`,`failure`);
CREATE TABLE `claims` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`gate` text NOT NULL,
	`revision` integer NOT NULL,
	`parts` text NOT NULL,
	`digest` text NOT NULL,
	`answers` text NOT NULL,
	`withdrawn_reason` text,
	`withdrawn_at` text,
	`filed_seq` integer NOT NULL,
	PRIMARY KEY(`phase`, `gate`, `revision`, `from_seq`)
);

CREATE TABLE `findings` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`finding` text NOT NULL,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`gate` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`repro` text NOT NULL,
	`stage` text,
	`head` text,
	`opened_seq` integer NOT NULL,
	`standing` text NOT NULL,
	`open_since` integer NOT NULL,
	`moved_by` text NOT NULL,
	`moved_role` text NOT NULL,
	`moved_at` text NOT NULL,
	`moved_words` text NOT NULL,
	`moved_cites` text NOT NULL,
	PRIMARY KEY(`phase`, `finding`, `from_seq`)
);

CREATE TABLE `rulings` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`gate` text NOT NULL,
	`revision` integer NOT NULL,
	`digest` text NOT NULL,
	`result` text NOT NULL,
	`reason` text NOT NULL,
	`failure` text NOT NULL,
	`cites` text NOT NULL,
	PRIMARY KEY(`phase`, `gate`, `failure`, `from_seq`)
);

CREATE TABLE `verdicts` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`gate` text NOT NULL,
	`revision` integer NOT NULL,
	`digest` text NOT NULL,
	`result` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`phase`, `gate`, `from_seq`)
);

CREATE TABLE `vetoes` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`veto` integer PRIMARY KEY NOT NULL,
	`phase` text NOT NULL,
	`gate` text,
	`reason` text NOT NULL
);

CREATE INDEX `vetoes_of_a_phase` ON `vetoes` (`phase`);
CREATE TABLE `people` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`person`, `from_seq`)
);

CREATE TABLE `role_grants` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`phase` text
);

CREATE INDEX `role_grants_of_a_person` ON `role_grants` (`person`,`phase`);
CREATE TABLE `tokens` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`token` text NOT NULL,
	`person` text NOT NULL,
	`phase` text NOT NULL,
	`role` text,
	`name` text NOT NULL,
	`issued_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`revoked_reason` text,
	PRIMARY KEY(`token`, `from_seq`)
);

CREATE INDEX `tokens_of_a_phase` ON `tokens` (`phase`);
CREATE TABLE `dones` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`words` text NOT NULL,
	`gates` text NOT NULL,
	`done_seq` integer NOT NULL,
	`reopened_seq` integer,
	`reopened_at` text,
	`reopened_because` text,
	PRIMARY KEY(`phase`, `done_seq`, `from_seq`)
);

CREATE TABLE `failures` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`recipe` text NOT NULL,
	`version` text,
	`image` text,
	`swept_as` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`phase`, `failure`, `from_seq`)
);

CREATE TABLE `gates` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`phase` text NOT NULL,
	`gate` text NOT NULL,
	`criteria` text NOT NULL,
	`requirements` text NOT NULL,
	`position` integer NOT NULL,
	`recorded_at` text NOT NULL,
	PRIMARY KEY(`phase`, `gate`, `from_seq`)
);

CREATE TABLE `imported_items` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`phase` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`phase`, `key`)
);

CREATE TABLE `obligations` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`obligation` integer NOT NULL,
	`phase` text NOT NULL,
	`failure` text,
	`owed_by` text NOT NULL,
	`text` text NOT NULL,
	`before_gate` text,
	`owed_seq` integer NOT NULL,
	`met_how` text,
	`met_evidence` text,
	`met_seq` integer,
	PRIMARY KEY(`obligation`, `from_seq`)
);

CREATE INDEX `obligations_of_a_phase` ON `obligations` (`phase`,`failure`);
CREATE TABLE `phases` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`title` text NOT NULL,
	`mission` text NOT NULL,
	`plan_path` text,
	`done_rule` text,
	`lifetime_ms` integer NOT NULL,
	PRIMARY KEY(`phase`, `from_seq`)
);

CREATE TABLE `plans` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`phase`, `from_seq`)
);

CREATE TABLE `stated_verdicts` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`phase` text NOT NULL,
	`failure` text,
	`gate` text NOT NULL,
	`result` text,
	`words` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`phase`, `gate`, `from_seq`)
);

CREATE TABLE `hosts` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`host` text NOT NULL,
	`settings` text NOT NULL,
	`fingerprint` text,
	`retired_reason` text,
	PRIMARY KEY(`host`, `from_seq`)
);

CREATE TABLE `requested_runs` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`number` integer NOT NULL,
	`phase` text NOT NULL,
	`failure` text NOT NULL,
	`host` text NOT NULL,
	`request` text NOT NULL,
	`requested_seq` integer NOT NULL,
	`step` text NOT NULL,
	`started` text,
	`started_seq` integer,
	`cancel_reason` text,
	`cancel_by` text,
	`dropped_reason` text,
	`over_at` text,
	PRIMARY KEY(`number`, `from_seq`)
);

CREATE INDEX `requested_runs_of_a_failure` ON `requested_runs` (`phase`,`failure`);
CREATE INDEX `requested_runs_by_step` ON `requested_runs` (`step`,`host`);
CREATE TABLE `reservations` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`reservation` integer NOT NULL,
	`host` text NOT NULL,
	`phase` text NOT NULL,
	`reason` text NOT NULL,
	`until` text NOT NULL,
	`ended_how` text,
	`ended_reason` text,
	`ended_at` text,
	PRIMARY KEY(`reservation`, `from_seq`)
);

CREATE INDEX `reservations_of_a_host` ON `reservations` (`host`);
CREATE TABLE `thread_messages` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`thread` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`thread`, `from_seq`)
);

CREATE TABLE `threads` (
	`from_seq` integer NOT NULL,
	`to_seq` integer,
	`person` text NOT NULL,
	`role` text NOT NULL,
	`recorded_at` text NOT NULL,
	`stated_at` text,
	`thread` integer NOT NULL,
	`phase` text NOT NULL,
	`failure` text,
	`about` text NOT NULL,
	`asked_of` text NOT NULL,
	`opened_seq` integer NOT NULL,
	`settled_by` text,
	`settled_at` text,
	PRIMARY KEY(`thread`, `from_seq`)
);

CREATE INDEX `threads_of_a_phase` ON `threads` (`phase`);
