import { useId, useRef, type ReactNode, type Ref } from 'react';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  label: string;
  text: string;
  /** 1-based; null while nothing is wrong. */
  wrongLine: number | null;
  describedBy: string;
  onChange: (text: string) => void;
}

/** A text with numbered lines, of which one may be marked. Nothing more: the keys are those of every text field. */
export function TextEditor({ ref, label, text, wrongLine, describedBy, onChange }: Props): ReactNode {
  const id = useId();
  const numbers = useRef<HTMLPreElement>(null);
  const count = text.split('\n').length;
  return (
    <div className="text-editor">
      <pre ref={numbers} className="text-numbers" aria-hidden>
        {Array.from({ length: count }, (_, index) => (
          <span key={index} className={index + 1 === wrongLine ? 'wrong' : undefined}>{`${index + 1}\n`}</span>
        ))}
      </pre>
      <textarea
        ref={ref}
        id={id}
        aria-label={label}
        aria-invalid={wrongLine !== null}
        aria-describedby={describedBy}
        spellCheck={false}
        wrap="off"
        translate="no"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onScroll={(event) => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  );
}
