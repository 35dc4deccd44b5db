{% set kept = shop.plain %}
select '{{ compared() }}' as in_macro, '{{ [plain in [plain], shop.plain in [shop.plain], kept in [kept]] }}' as in_model
