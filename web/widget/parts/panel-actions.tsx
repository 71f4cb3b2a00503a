import type { Texts } from '../texts.ts';
import { HelpIcon, PersonIcon } from './icons.tsx';

interface PanelActionsProps {
  readonly texts: Texts;
  /** Absent while a person is called or there. */
  readonly onAskForPerson?: () => void;
  /** Whether the frequent questions are shown; absent when there are none, or when they stand there anyway. */
  readonly areQuestionsShown?: boolean;
  readonly onToggleQuestions: () => void;
}

/** The buttons above the field: a person, and the frequent questions. */
export function PanelActions({ texts, onAskForPerson, areQuestionsShown, onToggleQuestions }: PanelActionsProps) {
  return (
    <div class="actions">
      {onAskForPerson ? (
        <button type="button" onClick={onAskForPerson}>
          <PersonIcon />
          {texts.human}
        </button>
      ) : null}
      {areQuestionsShown === undefined ? null : (
        <button type="button" aria-expanded={areQuestionsShown} onClick={onToggleQuestions}>
          <HelpIcon />
          {texts.questions}
        </button>
      )}
    </div>
  );
}
