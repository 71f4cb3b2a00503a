;; Sums over rows of 32-bit floats, four numbers an instruction, and over rows of bytes and pairs of bytes, eight: a JavaScript engine uses one.
;; Rows lie one after another and are `bytes` long, a multiple of 16; rows of bytes a multiple of 8. `npm run kernel` writes row-kernel.ts of this.
(module
  (memory (export "memory") 1)

  ;; out[l][r] = left[l] · right[r]
  (func (export "products")
    (param $left i32) (param $lefts i32) (param $right i32) (param $rights i32) (param $bytes i32) (param $out i32)
    (local $l i32) (local $r i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $at i32)
    (local $x v128) (local $sa v128) (local $sb v128) (local $sc v128) (local $sd v128)
    (block $done
      (loop $lefts
        (br_if $done (i32.ge_u (local.get $l) (local.get $lefts)))
        (local.set $r (i32.const 0))
        (local.set $a (local.get $right))
        ;; Four rows at a time: each number on the left is fetched once for all of them.
        (block $single
          (loop $fours
            (br_if $single (i32.gt_u (i32.add (local.get $r) (i32.const 4)) (local.get $rights)))
            (local.set $b (i32.add (local.get $a) (local.get $bytes)))
            (local.set $c (i32.add (local.get $b) (local.get $bytes)))
            (local.set $d (i32.add (local.get $c) (local.get $bytes)))
            (local.set $sa (v128.const f32x4 0 0 0 0))
            (local.set $sb (v128.const f32x4 0 0 0 0))
            (local.set $sc (v128.const f32x4 0 0 0 0))
            (local.set $sd (v128.const f32x4 0 0 0 0))
            (local.set $at (i32.const 0))
            (loop $columns
              (local.set $x (v128.load (i32.add (local.get $left) (local.get $at))))
              (local.set $sa (f32x4.add (local.get $sa)
                (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $a) (local.get $at))))))
              (local.set $sb (f32x4.add (local.get $sb)
                (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $b) (local.get $at))))))
              (local.set $sc (f32x4.add (local.get $sc)
                (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $c) (local.get $at))))))
              (local.set $sd (f32x4.add (local.get $sd)
                (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $d) (local.get $at))))))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
            (v128.store (local.get $out) (call $sumEach
              (call $sumPairs (local.get $sa) (local.get $sb)) (call $sumPairs (local.get $sc) (local.get $sd))))
            (local.set $out (i32.add (local.get $out) (i32.const 16)))
            (local.set $a (i32.add (local.get $d) (local.get $bytes)))
            (local.set $r (i32.add (local.get $r) (i32.const 4)))
            (br $fours)))
        (block $next
          (loop $singles
            (br_if $next (i32.ge_u (local.get $r) (local.get $rights)))
            (local.set $sa (v128.const f32x4 0 0 0 0))
            (local.set $at (i32.const 0))
            (loop $columns
              (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul
                (v128.load (i32.add (local.get $left) (local.get $at)))
                (v128.load (i32.add (local.get $a) (local.get $at))))))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
            (local.set $sa (call $sumPairs (local.get $sa) (local.get $sa)))
            (f32.store (local.get $out) (f32x4.extract_lane 0 (call $sumEach (local.get $sa) (local.get $sa))))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (local.set $a (i32.add (local.get $a) (local.get $bytes)))
            (local.set $r (i32.add (local.get $r) (i32.const 1)))
            (br $singles)))
        (local.set $left (i32.add (local.get $left) (local.get $bytes)))
        (local.set $l (i32.add (local.get $l) (i32.const 1)))
        (br $lefts))))

  ;; out[l] = the sum of all rows on the right, each as often as left[l] says; left has `rights` numbers a row
  (func (export "mixtures")
    (param $left i32) (param $lefts i32) (param $right i32) (param $rights i32) (param $bytes i32) (param $out i32)
    (local $l i32) (local $r i32) (local $row i32) (local $at i32) (local $share v128)
    (memory.fill (local.get $out) (i32.const 0) (i32.mul (local.get $lefts) (local.get $bytes)))
    (block $done
      (loop $lefts
        (br_if $done (i32.ge_u (local.get $l) (local.get $lefts)))
        (local.set $r (i32.const 0))
        (local.set $row (local.get $right))
        (block $next
          (loop $rights
            (br_if $next (i32.ge_u (local.get $r) (local.get $rights)))
            (local.set $share (f32x4.splat (f32.load (local.get $left))))
            (local.set $at (i32.const 0))
            (loop $columns
              (v128.store (i32.add (local.get $out) (local.get $at)) (f32x4.add
                (v128.load (i32.add (local.get $out) (local.get $at)))
                (f32x4.mul (local.get $share) (v128.load (i32.add (local.get $row) (local.get $at))))))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
            (local.set $left (i32.add (local.get $left) (i32.const 4)))
            (local.set $row (i32.add (local.get $row) (local.get $bytes)))
            (local.set $r (i32.add (local.get $r) (i32.const 1)))
            (br $rights)))
        (local.set $out (i32.add (local.get $out) (local.get $bytes)))
        (local.set $l (i32.add (local.get $l) (i32.const 1)))
        (br $lefts))))

  ;; out[r] = left · right[r] · scale, of whole numbers: left has two bytes each, right one with a sign, out a float
  (func (export "byteProducts")
    (param $left i32) (param $right i32) (param $rights i32) (param $bytes i32) (param $scale f32) (param $out i32)
    (local $r i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $at i32)
    (local $x v128) (local $sa v128) (local $sb v128) (local $sc v128) (local $sd v128)
    (local.set $a (local.get $right))
    (block $single
      (loop $fours
        (br_if $single (i32.gt_u (i32.add (local.get $r) (i32.const 4)) (local.get $rights)))
        (local.set $b (i32.add (local.get $a) (local.get $bytes)))
        (local.set $c (i32.add (local.get $b) (local.get $bytes)))
        (local.set $d (i32.add (local.get $c) (local.get $bytes)))
        (local.set $sa (v128.const i32x4 0 0 0 0))
        (local.set $sb (v128.const i32x4 0 0 0 0))
        (local.set $sc (v128.const i32x4 0 0 0 0))
        (local.set $sd (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $columns
          (local.set $x (v128.load (i32.add (local.get $left) (i32.shl (local.get $at) (i32.const 1)))))
          (local.set $sa (i32x4.add (local.get $sa) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load8x8_s (i32.add (local.get $a) (local.get $at))))))
          (local.set $sb (i32x4.add (local.get $sb) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load8x8_s (i32.add (local.get $b) (local.get $at))))))
          (local.set $sc (i32x4.add (local.get $sc) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load8x8_s (i32.add (local.get $c) (local.get $at))))))
          (local.set $sd (i32x4.add (local.get $sd) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load8x8_s (i32.add (local.get $d) (local.get $at))))))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
        (v128.store (local.get $out) (f32x4.mul (f32x4.splat (local.get $scale)) (f32x4.convert_i32x4_s
          (call $sumEachWhole
            (call $sumPairsWhole (local.get $sa) (local.get $sb))
            (call $sumPairsWhole (local.get $sc) (local.get $sd))))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $a (i32.add (local.get $d) (local.get $bytes)))
        (local.set $r (i32.add (local.get $r) (i32.const 4)))
        (br $fours)))
    (block $done
      (loop $singles
        (br_if $done (i32.ge_u (local.get $r) (local.get $rights)))
        (local.set $sa (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $columns
          (local.set $sa (i32x4.add (local.get $sa) (i32x4.dot_i16x8_s
            (v128.load (i32.add (local.get $left) (i32.shl (local.get $at) (i32.const 1))))
            (v128.load8x8_s (i32.add (local.get $a) (local.get $at))))))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $sa (call $sumPairsWhole (local.get $sa) (local.get $sa)))
        (f32.store (local.get $out) (f32.mul (local.get $scale) (f32.convert_i32_s
          (i32x4.extract_lane 0 (call $sumEachWhole (local.get $sa) (local.get $sa))))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $a (i32.add (local.get $a) (local.get $bytes)))
        (local.set $r (i32.add (local.get $r) (i32.const 1)))
        (br $singles))))

  ;; The same with two bytes a number on both sides; what is added up must fit into four.
  (func (export "wordProducts")
    (param $left i32) (param $right i32) (param $rights i32) (param $bytes i32) (param $scale f32) (param $out i32)
    (local $r i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $at i32)
    (local $x v128) (local $sa v128) (local $sb v128) (local $sc v128) (local $sd v128)
    (local.set $a (local.get $right))
    (block $single
      (loop $fours
        (br_if $single (i32.gt_u (i32.add (local.get $r) (i32.const 4)) (local.get $rights)))
        (local.set $b (i32.add (local.get $a) (local.get $bytes)))
        (local.set $c (i32.add (local.get $b) (local.get $bytes)))
        (local.set $d (i32.add (local.get $c) (local.get $bytes)))
        (local.set $sa (v128.const i32x4 0 0 0 0))
        (local.set $sb (v128.const i32x4 0 0 0 0))
        (local.set $sc (v128.const i32x4 0 0 0 0))
        (local.set $sd (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $columns
          (local.set $x (v128.load (i32.add (local.get $left) (local.get $at))))
          (local.set $sa (i32x4.add (local.get $sa) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load (i32.add (local.get $a) (local.get $at))))))
          (local.set $sb (i32x4.add (local.get $sb) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load (i32.add (local.get $b) (local.get $at))))))
          (local.set $sc (i32x4.add (local.get $sc) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load (i32.add (local.get $c) (local.get $at))))))
          (local.set $sd (i32x4.add (local.get $sd) (i32x4.dot_i16x8_s (local.get $x)
            (v128.load (i32.add (local.get $d) (local.get $at))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
        (v128.store (local.get $out) (f32x4.mul (f32x4.splat (local.get $scale)) (f32x4.convert_i32x4_s
          (call $sumEachWhole
            (call $sumPairsWhole (local.get $sa) (local.get $sb))
            (call $sumPairsWhole (local.get $sc) (local.get $sd))))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $a (i32.add (local.get $d) (local.get $bytes)))
        (local.set $r (i32.add (local.get $r) (i32.const 4)))
        (br $fours)))
    (block $done
      (loop $singles
        (br_if $done (i32.ge_u (local.get $r) (local.get $rights)))
        (local.set $sa (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (loop $columns
          (local.set $sa (i32x4.add (local.get $sa) (i32x4.dot_i16x8_s
            (v128.load (i32.add (local.get $left) (local.get $at)))
            (v128.load (i32.add (local.get $a) (local.get $at))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $columns (i32.lt_u (local.get $at) (local.get $bytes))))
        (local.set $sa (call $sumPairsWhole (local.get $sa) (local.get $sa)))
        (f32.store (local.get $out) (f32.mul (local.get $scale) (f32.convert_i32_s
          (i32x4.extract_lane 0 (call $sumEachWhole (local.get $sa) (local.get $sa))))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $a (i32.add (local.get $a) (local.get $bytes)))
        (local.set $r (i32.add (local.get $r) (i32.const 1)))
        (br $singles))))

  ;; a0+a2, a1+a3, b0+b2, b1+b3
  (func $sumPairs (param $a v128) (param $b v128) (result v128)
    (f32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $b))))

  ;; a0+a1, a2+a3, b0+b1, b2+b3
  (func $sumEach (param $a v128) (param $b v128) (result v128)
    (f32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $a) (local.get $b))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $a) (local.get $b))))

  ;; The same of whole numbers
  (func $sumPairsWhole (param $a v128) (param $b v128) (result v128)
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $b))))

  (func $sumEachWhole (param $a v128) (param $b v128) (result v128)
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $a) (local.get $b))
      (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $a) (local.get $b)))))
